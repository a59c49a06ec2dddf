use super::*;
use proptest::prelude::*;

/// The whole list of addresses. A change here breaks links that people have sent each other.
#[test]
fn the_list_of_addresses() {
    let mut view = ImagesView { q: "base 64".into(), ..ImagesView::default() };
    view.set_filter("state", "all");
    view.set_filter("name", "~base");
    view.set_facet("os", ["linux".to_owned(), "smartos".to_owned()]);
    view.set_facet("source", ["us-east-1".to_owned()]);
    view.sort = Some(Sort { column: "published".into(), descending: true });
    view.columns = Some(vec!["name".into(), "id".into()]);
    let mut oracle = ImagesView::default();
    oracle.set_filter("artifacts.lifecycleState", "DELETED");
    oracle.set_filter("compute.displayName", "web 1");
    oracle.set_filter("os", "linux");
    let create =
        ImagesView { action: Some(ImagesAction::Create), from: Some("a44f".into()), ..ImagesView::default() };
    let import = ImagesView { action: Some(ImagesAction::Import), ..ImagesView::default() };
    let search = [
        ("keyword", "shop & co"),
        ("machineimagestatus", "IN PROGESS,PENDING"),
        ("orderby", "LASTUPDATEDATE"),
        ("sortorder", "DESC"),
    ];
    let uploads = UploadsView {
        search: search.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
        sources: vec!["partner".to_owned(), "other".to_owned()],
    };
    let instances = InstancesView { q: "orders db".into(), sources: vec!["cf 1".into()], all_types: true };
    let instance =
        |action| Route::ServiceInstance { connection: "cf 1".into(), guid: "c89b/1".into(), action };
    let image = |action| Route::Image { connection: "us east".into(), id: "a/b".into(), action };
    let narrowed = ActivityView {
        show: Show::Failed,
        connection: "us east".into(),
        action: "ExportImage".into(),
        q: "web 1".into(),
    };
    let follow = FollowView {
        connection: "cf".into(),
        action: "RestoreServiceInstance".into(),
        job: "b19a,c89b".into(),
    };
    let list = [
        (Route::default(), "images"),
        (
            Route::Images(view),
            "images?q=base%2064&name=~base&state=all&source=us-east-1&only.os=linux&only.os=smartos&sort=-published&columns=name%2Cid",
        ),
        (
            Route::Images(oracle),
            "images?os=linux&compute.displayName=web%201&artifacts.lifecycleState=DELETED",
        ),
        (Route::Images(create), "images?action=create&from=a44f"),
        (Route::Images(import), "images?action=import-from-datacenter"),
        (image(None), "images/us%20east/a%2Fb"),
        (image(Some(ImageAction::Update)), "images/us%20east/a%2Fb?action=update"),
        (image(Some(ImageAction::Clone)), "images/us%20east/a%2Fb?action=clone"),
        (image(Some(ImageAction::Export)), "images/us%20east/a%2Fb?action=export"),
        (image(Some(ImageAction::Delete)), "images/us%20east/a%2Fb?action=delete"),
        (image(Some(ImageAction::Restore)), "images/us%20east/a%2Fb?action=restore"),
        (Route::Uploads(UploadsView::default()), "uploads"),
        (
            Route::Uploads(uploads),
            "uploads?keyword=shop%20%26%20co&machineimagestatus=IN%20PROGESS%2CPENDING&orderby=LASTUPDATEDATE&sortorder=DESC&source=partner&source=other",
        ),
        (
            Route::Upload { connection: "partner 1".into(), id: "2797087".into() },
            "uploads/partner%201/2797087",
        ),
        (Route::ServiceInstances(InstancesView::default()), "service-instances"),
        (Route::ServiceInstances(instances), "service-instances?q=orders%20db&source=cf%201&type=all"),
        (instance(None), "service-instances/cf%201/c89b%2F1"),
        (instance(Some(InstanceAction::Restore)), "service-instances/cf%201/c89b%2F1?action=restore"),
        (instance(Some(InstanceAction::Backup)), "service-instances/cf%201/c89b%2F1?action=backup"),
        (Route::Activity(ActivityView::default()), "activity"),
        (Route::Activity(Show::Running.into()), "activity?show=running"),
        (Route::Activity(narrowed), "activity?show=failed&connection=us%20east&action=ExportImage&q=web%201"),
        (
            Route::Follow(follow),
            "activity/follow?connection=cf&action=RestoreServiceInstance&job=b19a%2Cc89b",
        ),
        (Route::Operation { id: "op-1".into() }, "activity/op-1"),
        (Route::Connections { edit: None }, "connections"),
        (Route::Connections { edit: Some(ConnectionEdit::New) }, "connections?action=add"),
        (Route::Connections { edit: Some(ConnectionEdit::Existing("a b".into())) }, "connections?edit=a%20b"),
    ];
    for (route, address) in list {
        assert_eq!(route.print(), address);
        assert_eq!(Route::parse(&format!("/{address}")), (route, vec![]), "{address}");
    }
}

#[test]
fn nonsense_is_dropped_and_named() {
    let (route, dropped) = Route::parse(
        "/images?state=exploded&public=maybe&owner=ME&sort=-size&sort=name&sort=shoe&columns=name,name&colour=red&name=~",
    );
    let Route::Images(view) = route else { panic!("{route:?}") };
    assert!(view.filters.is_empty());
    assert_eq!(view.sort, Some(Sort { column: "size".into(), descending: true }));
    assert_eq!(view.columns, None);
    for word in [
        "state=exploded",
        "public=maybe",
        "owner=ME",
        "sort=name",
        "sort=shoe",
        "columns=name,name",
        "colour=red",
        "name=~",
    ] {
        assert!(dropped.contains(&word.to_owned()), "{word} in {dropped:?}");
    }
}

#[test]
fn each_filter_belongs_to_one_service_and_its_nonsense_is_named() {
    for (service, names) in ALL_FILTERS {
        for name in names {
            let (of, own) = filter_name(name);
            assert_eq!(of, service, "{name}");
            assert!(!own.contains('.') && name.ends_with(own), "{name}");
        }
    }
    let wrong = [
        "compute.lifecycleState=Deleted",
        "compute.name=x",
        "artifacts.lifecycleState=EXPORTING",
        "artifacts.isVersioned=yes",
        "artifacts.imageId=web",
        "artifacts.displayName= ",
        "identity.name=x",
    ];
    let (route, dropped) = Route::parse(&format!("/images?{}", wrong.join("&")));
    assert_eq!((route, dropped.len()), (Route::default(), wrong.len()), "{dropped:?}");
    let (route, dropped) = Route::parse("/images?artifacts.imageId=ocid1.containerimage.oc1.phx.0.a.b");
    assert!(dropped.is_empty() && matches!(route, Route::Images(view) if view.filters.len() == 1));
}

#[test]
fn an_address_that_means_nothing_is_kept_for_the_message() {
    for address in [
        "/nowhere",
        "/images/only-a-connection",
        "/uploads/only-a-connection",
        "/images/%ff/x",
        "/activity/a/b",
    ] {
        assert!(matches!(Route::parse(address).0, Route::Unknown { .. }), "{address}");
    }
}

proptest! {
    #[test]
    fn any_address_is_read_without_panic_and_reprints_to_itself(address in "\\PC*") {
        let (route, _) = Route::parse(&address);
        if !matches!(route, Route::Unknown { .. }) {
            prop_assert_eq!(Route::parse(&route.print()), (route, vec![]));
        }
    }

    #[test]
    fn any_image_has_an_address(connection in "\\PC{1,20}", id in "\\PC{1,20}") {
        let route = Route::image(connection, id);
        prop_assert_eq!(Route::parse(&route.print()).0, route);
    }
}
