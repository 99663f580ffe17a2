//! A customer portal: sales orders over the Power Pages Web API.
//!
//! The tour, in reading order: [`routes`] names the pages, [`app`] arranges them, [`pages`] hold one folder or file each,
//! [`components`] are the parts that pages share, [`loading`] asks and waits for a page, [`api`] makes the requests,
//! [`i18n`] finds the words, [`browser`] wraps what the portal needs of the browser. `ARCHITECTURE.md` has the map.

mod api;
mod app;
mod browser;
mod chunks;
mod components;
mod config;
mod context;
mod html;
mod i18n;
mod loading;
mod pages;
mod routes;
mod user;

use crate::{app::App, browser::start};
use leptos::prelude::*;

fn main() {
    std::panic::set_hook(Box::new(|info| {
        leptos::logging::error!("{info}");
        start::report_panic();
    }));
    mount_to_body(App);
}
