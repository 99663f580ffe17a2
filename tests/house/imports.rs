//! Who may use whom in `src`. `ARCHITECTURE.md` shows the same as a picture.

use crate::rust_text::{paths, strings};
use crate::tree::{assert_none, files};

/// A part of the app, what it must never use, and what it may use of that all the same.
struct Rule {
    part: &'static str,
    never: &'static [&'static str],
    except: &'static [&'static str],
}

const RULES: [Rule; 6] = [
    // The requests know nothing of the screen.
    Rule {
        part: "api",
        never: &[
            "leptos",
            "leptos_router",
            "crate::app",
            "crate::components",
            "crate::config",
            "crate::i18n",
            "crate::loading",
            "crate::pages",
        ],
        except: &[],
    },
    // What the browser gives knows nothing of orders.
    Rule {
        part: "browser",
        never: &["crate", "portal_model"],
        except: &["crate::browser", "portal_model::date"],
    },
    // A component gets its data and makes no request. An error and an address are no requests.
    Rule {
        part: "components",
        never: &["crate::api", "crate::loading", "crate::pages"],
        except: &["crate::api::ApiError", "crate::api::session::sign_out_path"],
    },
    Rule { part: "i18n", never: &["crate"], except: &["crate::i18n", "crate::browser"] },
    Rule { part: "loading", never: &["crate::app", "crate::pages"], except: &[] },
    Rule { part: "routes", never: &["crate", "leptos", "leptos_router"], except: &["crate::routes"] },
];

/// The path of the module that a file of `src` holds: `crate::pages::order::lines` for `src/pages/order/lines.rs`.
fn module(path: &str) -> String {
    let path = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    format!("crate::{}", path.replace('/', "::"))
}

/// What a file uses, with `super` spelled out.
fn used(path: &str, source: &str) -> Vec<String> {
    let own = module(path);
    let spelled_out = |used: String| {
        let mut base = own.as_str();
        let mut rest = used.as_str();
        while let Some(after) = rest.strip_prefix("super") {
            base = base.rsplit_once("::").map_or("crate", |(parent, _)| parent);
            rest = after.trim_start_matches("::");
        }
        if rest == used { used } else { format!("{base}::{rest}").trim_end_matches("::").to_owned() }
    };
    paths(source.split("#[cfg(test)]").next().unwrap_or_default()).into_iter().map(spelled_out).collect()
}

fn is_within(path: &str, module: &str) -> bool {
    path.strip_prefix(module).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn wrong_uses(path: &str, source: &str) -> Vec<String> {
    let own = module(path);
    let mut wrong = Vec::new();
    for used in used(path, source) {
        for rule in RULES.iter().filter(|rule| is_within(&own, &format!("crate::{}", rule.part))) {
            let is_never = rule.never.iter().any(|never| is_within(&used, never));
            if is_never && !rule.except.iter().any(|except| is_within(&used, except)) {
                wrong.push(format!("{path}: `{}` must not use {used}", rule.part));
            }
        }
        if let (Some(own), Some(other)) = (page(&own), page(&used))
            && own != other
        {
            wrong.push(format!("{path}: the page {own} must not use the page {other}"));
        }
    }
    wrong
}

/// The page that a module belongs to.
fn page(module: &str) -> Option<&str> {
    module.strip_prefix("crate::pages::")?.split("::").next()
}

/// Texts that look like a path of the portal. Paths of the endpoint begin with `/_`, or with a capital letter.
fn spelled_paths(path: &str, source: &str) -> Vec<String> {
    let looks_like_a_path = |text: &&String| {
        text.strip_prefix('/')
            .and_then(|rest| rest.chars().next())
            .is_some_and(|first| first.is_ascii_lowercase())
    };
    strings(source)
        .iter()
        .filter(looks_like_a_path)
        .map(|text| format!("{path}: the path {text:?} must come from routes.rs"))
        .collect()
}

#[test]
fn every_part_of_the_app_uses_only_what_it_may() {
    assert_none(files("src", ".rs").iter().flat_map(|file| wrong_uses(&file.path, &file.text)).collect());
}

#[test]
fn paths_are_spelled_only_in_routes() {
    let others = files("src", ".rs").into_iter().filter(|file| !file.path.starts_with("src/routes"));
    assert_none(others.flat_map(|file| spelled_paths(&file.path, &file.text)).collect());
}

#[test]
fn a_wrong_use_is_noticed() {
    let wrong = |path, source| wrong_uses(path, source).len();
    assert_eq!(wrong("src/pages/order/mod.rs", "use crate::pages::orders::Filters;"), 1);
    assert_eq!(wrong("src/pages/order/mod.rs", "use super::orders::Filters;"), 1);
    assert_eq!(wrong("src/pages/order/lines.rs", "use super::Heading; use crate::pages::order::x;"), 0);
    assert_eq!(wrong("src/api/orders.rs", "use leptos::prelude::*;"), 1);
    assert_eq!(wrong("src/components/frame.rs", "use crate::{api::{ApiError, Client}, i18n::t};"), 1);
    assert_eq!(wrong("src/components/frame.rs", "// crate::pages::home\nuse crate::routes::Route;"), 0);
    assert_eq!(wrong("src/routes.rs", "use portal_model::ids::OrderId;"), 0);
}

#[test]
fn a_spelled_path_is_noticed() {
    assert_eq!(
        spelled_paths("src/app.rs", "let to = \"/orders\"; let api = \"/_api/x\"; let up = \"../x\";").len(),
        1
    );
}
