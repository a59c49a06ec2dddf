//! An image of Oracle Cloud: a compute image or a container image, every field as it came.

mod answer;
mod base;
mod compute;
mod container;
mod field;
mod head;
mod launch;
mod layers;
mod tags;
mod versions;
mod window;

use std::sync::Arc;

use image_console_core::Service;
use image_console_ui::el::el;
use image_console_upstream::oci_artifacts::model::ContainerImage;
use image_console_upstream::oci_compute::model::Image;
use leptos::prelude::*;

use super::activity;
use super::content::{columns, json, odd_fields};
use super::page::Page;
use crate::state::image::LoadedOci;
pub use head::actions;

/// All that is known of the image.
pub fn content(page: Page, loaded: &Arc<LoadedOci>) -> AnyView {
    let json = json(page, &loaded.text);
    let around = [activity::card(page), answer::card(page)];
    if loaded.service == Service::Artifacts {
        let image = ContainerImage::from_map(loaded.raw.clone());
        let mut main = container::cards(page, &image);
        main.push(json);
        let mut aside = vec![window::card(page, &image)];
        aside.extend(around);
        return view! { {odd_fields(&image.wrong_fields())} {wide(main, aside)} }.into_any();
    }
    let image = Image::from_map(loaded.raw.clone());
    let mut main = compute::cards(page, &image);
    main.push(json);
    let [activity, answer] = around;
    let aside = vec![activity, base::card(page, &image), base::dependents(page), answer];
    view! { {odd_fields(&image.wrong_fields())} {wide(main, aside)} }.into_any()
}

/// The names of the fields are long words.
fn wide(main: Vec<AnyView>, aside: Vec<AnyView>) -> AnyView {
    el("div").class("wide-names").view(columns(main, aside)).into_any()
}
