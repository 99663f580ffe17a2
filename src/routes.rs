//! Every address of the portal, in both directions. No other file spells a path.

use portal_model::ids::OrderId;

/// A page of the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// Where one signs in.
    SignIn,
    /// The start.
    Home,
    /// The list of orders.
    Orders,
    /// One order.
    Order(OrderId),
    /// The form for a new order.
    NewOrder,
    /// The customer's company and people.
    Account,
    /// Anything else.
    NotFound,
}

impl Route {
    /// The page at a path.
    pub fn parse(path: &str) -> Self {
        let mut segments = path.split('/').filter(|segment| !segment.is_empty());
        match (segments.next(), segments.next(), segments.next()) {
            (None, ..) => Self::Home,
            (Some("sign-in"), None, _) => Self::SignIn,
            (Some("orders"), None, _) => Self::Orders,
            (Some("orders"), Some("new"), None) => Self::NewOrder,
            (Some("orders"), Some(id), None) => id.parse().map_or(Self::NotFound, Self::Order),
            (Some("account"), None, _) => Self::Account,
            _ => Self::NotFound,
        }
    }

    /// The path of the page; a page that is not there has none and leads home.
    pub fn path(self) -> String {
        match self {
            Self::SignIn => "/sign-in".into(),
            Self::Home | Self::NotFound => "/".into(),
            Self::Orders => "/orders".into(),
            Self::Order(id) => format!("/orders/{id}"),
            Self::NewOrder => "/orders/new".into(),
            Self::Account => "/account".into(),
        }
    }
}

/// The sign-in page that leads back to `path` afterwards.
pub fn sign_in_and_return(path: &str) -> String {
    with_query(Route::SignIn, &[("return", path.to_owned())])
}

/// The address of a page with a query; without pairs, the bare path.
pub fn with_query(route: Route, pairs: &[(&str, String)]) -> String {
    let mut address = route.path();
    for (index, (name, value)) in pairs.iter().enumerate() {
        address.push(if index == 0 { '?' } else { '&' });
        address.push_str(name);
        address.push('=');
        for byte in value.bytes() {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b',' | b'/' => {
                    address.push(char::from(byte));
                }
                _ => address.push_str(&format!("%{byte:02X}")),
            }
        }
    }
    address
}

/// `path` if it leads to a page of this portal, home otherwise: an address from outside must not lead away.
pub fn local_or_home(path: &str) -> String {
    let is_local = path.starts_with('/') && !path.starts_with("//") && !path.contains('\\');
    let page = Route::parse(path.split(['?', '#']).next().unwrap_or_default());
    let leads_on = is_local && !matches!(page, Route::SignIn | Route::NotFound);
    if leads_on { path.to_owned() } else { Route::Home.path() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "dee96ee1-9d08-544d-b74b-81d438617040";

    #[test]
    fn every_page_is_found_at_its_own_path() {
        let order = Route::Order(ID.parse().unwrap());
        for route in [Route::SignIn, Route::Home, Route::Orders, order, Route::NewOrder, Route::Account] {
            assert_eq!(Route::parse(&route.path()), route);
        }
    }

    #[test]
    fn addresses_that_lead_nowhere_say_so() {
        for path in ["/orders/SO-10248", "/orders/new/2", "/Orders", "/account/x", "/admin"] {
            assert_eq!(Route::parse(path), Route::NotFound, "{path}");
        }
        assert_eq!(Route::parse("/orders/"), Route::Orders, "a slash at the end is forgiven");
    }

    #[test]
    fn the_way_back_never_leads_out_of_the_portal() {
        for path in [
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "javascript:alert(1)",
            "/sign-in",
            "",
        ] {
            assert_eq!(local_or_home(path), "/", "{path}");
        }
        assert_eq!(local_or_home("/orders?q=x"), "/orders?q=x");
    }

    #[test]
    fn what_is_typed_cannot_break_an_address() {
        let address = with_query(Route::Orders, &[("q", "a&b=c #ü".into()), ("page", "2".into())]);
        assert_eq!(address, "/orders?q=a%26b%3Dc%20%23%C3%BC&page=2");
    }
}
