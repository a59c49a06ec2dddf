//! The frame around the screens, and which screen is in it.

mod news;
mod palette;
mod shortcuts;
mod side;

pub use palette::{PaletteDialog, PaletteDialogProps};
pub use shortcuts::{Help, HelpProps, SEARCH_FIELD};

use image_console_core::route::{FollowView, Route, Show};
use image_console_platform::{theme, title};
use image_console_ui::dom;
use image_console_ui::el::el;
use image_console_ui::shell::{Header, PageHeader, Shell, Theme, ThemeSwitch};
use image_console_ui::{Glyph, Icon, LiveRegion, Toasts};
use leptos::prelude::*;

use crate::pages::images;
use crate::pages::parts::{Wanted, part};
use crate::state::announce::use_announcer;
use crate::state::connections::use_connections;
use crate::state::navigation::{Navigation, href, use_navigation};
use crate::state::operations::use_operations;
use crate::state::react::effect;

/// What decides which screen is mounted. A screen stays mounted while only its parameters change.
#[derive(Clone, PartialEq, Eq)]
enum Screen {
    Images,
    Image { connection: String, id: String },
    Uploads,
    Upload { connection: String, id: String },
    ServiceInstances,
    ServiceInstance { connection: String, guid: String },
    Activity,
    Follow(FollowView),
    Operation { id: String },
    Connections,
    Unknown { path: String },
}

impl Screen {
    fn of(route: &Route) -> Self {
        match route {
            Route::Images(_) => Self::Images,
            Route::Image { connection, id, .. } => {
                Self::Image { connection: connection.clone(), id: id.clone() }
            }
            Route::Uploads(_) => Self::Uploads,
            Route::Upload { connection, id } => {
                Self::Upload { connection: connection.clone(), id: id.clone() }
            }
            Route::ServiceInstances(_) => Self::ServiceInstances,
            Route::ServiceInstance { connection, guid, .. } => {
                Self::ServiceInstance { connection: connection.clone(), guid: guid.clone() }
            }
            Route::Activity(_) => Self::Activity,
            Route::Follow(view) => Self::Follow(view.clone()),
            Route::Operation { id } => Self::Operation { id: id.clone() },
            Route::Connections { .. } => Self::Connections,
            Route::Unknown { path } => Self::Unknown { path: path.clone() },
        }
    }
}

/// All screens in their frame.
#[component]
pub fn Screens() -> AnyView {
    let navigation = use_navigation();
    let screen = Memo::new(move |_| navigation.route.with(Screen::of));
    let palette_open = RwSignal::new(false);
    let keys_open = RwSignal::new(false);
    shortcuts::listen(palette_open, keys_open);
    name_the_page(navigation);
    move_focus_with_the_screen(screen);

    let main = move || match screen.get() {
        Screen::Images => view! { <images::ImagesPage /> }.into_any(),
        Screen::Image { connection, id } => part(Wanted::Image { connection, id }),
        Screen::Uploads => part(Wanted::Uploads),
        Screen::Upload { connection, id } => part(Wanted::Upload { connection, id }),
        Screen::ServiceInstances => part(Wanted::ServiceInstances),
        Screen::ServiceInstance { connection, guid } => part(Wanted::ServiceInstance { connection, guid }),
        Screen::Activity => part(Wanted::Activity),
        Screen::Follow(view) => part(Wanted::Follow(view)),
        Screen::Operation { id } => part(Wanted::Operation { id }),
        Screen::Connections => part(Wanted::Connections),
        Screen::Unknown { path } => view! { <Nowhere path /> }.into_any(),
    };
    let (toasts, dismiss) = news::toasts();
    let frame = view! {
        <Shell header=move || view! { <Top palette_open /> } side=move || view! { <side::Side /> }>
            {dynamic(main)}
        </Shell>
    };
    let palette = move || {
        let on_close = Callback::new(move |()| palette_open.set(false));
        if palette_open.get() { part(Wanted::Palette { on_close }) } else { ().into_any() }
    };
    let keys = move || {
        let on_close = Callback::new(move |()| keys_open.set(false));
        if keys_open.get() { part(Wanted::Help { on_close }) } else { ().into_any() }
    };
    let connections = use_connections();
    let sign_in = move || {
        let on_close = Callback::new(move |()| connections.signing_in.set(None));
        match connections.signing_in.get() {
            Some(connection) => part(Wanted::SignIn { connection, on_close }),
            None => ().into_any(),
        }
    };
    vec![
        frame.into_any(),
        view! { <LiveRegion text=use_announcer().text /> }.into_any(),
        view! { <Toasts items=toasts on_dismiss=dismiss /> }.into_any(),
        dynamic(palette),
        dynamic(keys),
        dynamic(sign_in),
    ]
    .into_any()
}

/// A part that is made anew when what it reads changes, compiled once for all of them.
fn dynamic(part: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let part: Box<dyn Fn() -> AnyView + Send> = Box::new(part);
    (move || part()).into_any()
}

#[component]
fn Top(palette_open: RwSignal<bool>) -> AnyView {
    let operations = use_operations();
    let chosen = RwSignal::new(match theme::chosen() {
        theme::Theme::System => Theme::System,
        theme::Theme::Light => Theme::Light,
        theme::Theme::Dark => Theme::Dark,
    });
    let choose = Callback::new(move |wanted: Theme| {
        chosen.set(wanted);
        theme::choose(match wanted {
            Theme::System => theme::Theme::System,
            Theme::Light => theme::Theme::Light,
            Theme::Dark => theme::Theme::Dark,
        });
    });
    theme::show(theme::chosen());
    let tray = move || {
        let running = operations.running();
        if running == 0 {
            return ().into_any();
        }
        let link = el("a").class("tray").attr("href", &href(&Route::Activity(Show::Running.into())));
        link.view(view! { <Icon glyph=Glyph::Activity /> }.into_any())
            .child(el("span").text(&match operations.offline.get() {
                true => format!("{running} paused: offline"),
                false => format!("{running} running"),
            }))
            .into_any()
    };
    // A disclosure and no tooltip: fingers and keyboards open it too.
    let read_only = match use_connections().read_only() {
        Some(why) => el("details")
            .class("read-only")
            .child(el("summary").class("badge warn").text("Read-only"))
            .child(el("p").text(&why))
            .into_any(),
        None => ().into_any(),
    };
    view! {
        <Header
            brand="Image Console"
            home=href(&Route::default())
            search="Search images, screens, actions"
            key=shortcuts::palette_key()
            on_search=Callback::new(move |()| palette_open.set(true))
        >
            {vec![read_only, dynamic(tray)].into_any()}
            <ThemeSwitch theme=chosen on_change=choose />
        </Header>
    }
    .into_any()
}

#[component]
fn Nowhere(path: String) -> AnyView {
    view! {
        <PageHeader title="Nothing here" />
        <image_console_ui::Empty
            title=format!("There is nothing at {path}")
            next="The address may be mistyped, or come from another version of the console."
        >
            <image_console_ui::LinkButton label="All images" href=href(&Route::default()) />
        </image_console_ui::Empty>
    }
    .into_any()
}

fn name_the_page(navigation: Navigation) {
    effect(move || {
        let name = navigation.route.with(|route| match route {
            Route::Images(_) => "Images".to_owned(),
            Route::Image { id, .. } => format!("Image {id}"),
            Route::Uploads(_) => "Uploads".to_owned(),
            Route::Upload { id, .. } => format!("Upload {id}"),
            Route::ServiceInstances(_) => "Service instances".to_owned(),
            Route::ServiceInstance { guid, .. } => format!("Service instance {guid}"),
            Route::Activity(_) | Route::Follow(_) => "Activity".to_owned(),
            Route::Operation { id } => format!("Operation {id}"),
            Route::Connections { .. } => "Connections".to_owned(),
            Route::Unknown { .. } => "Nothing here".to_owned(),
        });
        title::set(&format!("{name} · Image Console"));
    });
}

/// A new screen begins at its top, for the keyboard and for screen readers.
fn move_focus_with_the_screen(screen: Memo<Screen>) {
    let mut before: Option<Screen> = None;
    effect(move || {
        let now = screen.get();
        if before.replace(now.clone()).is_some_and(|before| before != now) {
            dom::focus("main");
        }
    });
}
