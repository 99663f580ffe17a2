//! The drawings beside words: one path each on a grid of 20, in the colour of the text.

use crate::html::{El, svg};

/// A drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// The start.
    Home,
    /// The list of orders.
    Orders,
    /// Something new.
    Plus,
    /// The customer's company.
    Account,
    /// Looking for something.
    Search,
    /// Back.
    Back,
    /// Taking something away.
    Close,
    /// Taking a line away.
    Remove,
    /// Light colours.
    Sun,
    /// Dark colours.
    Moon,
    /// The system's colours.
    Screen,
    /// Something to look at.
    Warning,
    /// Narrowing a list.
    Filter,
    /// Leaving.
    SignOut,
    /// On paper.
    Print,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Home => "M3 9.5 10 3.5l7 6M5 8.2V16.5h3.8v-4.3h2.4v4.3H15V8.2",
            Self::Orders => "M5 2.5h10v15l-2.5-1.6-2.5 1.6-2.5-1.6L5 17.5zM8 6.5h4M8 9.5h4",
            Self::Plus => "M10 4v12M4 10h12",
            Self::Account => "M3.5 17V4.5h8V17M11.5 8.5h5V17M2.5 17h15M6 7.5h3M6 10.5h3M6 13.5h3",
            Self::Search => "M8.7 14.4a5.7 5.7 0 1 0 0-11.4 5.7 5.7 0 0 0 0 11.4zM12.8 12.8 17 17",
            Self::Back => "M12 4.5 6.5 10l5.5 5.5",
            Self::Close => "M5 5l10 10M15 5 5 15",
            Self::Remove => "M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.7 11h7.6l.7-11M8.5 8.5v5M11.5 8.5v5",
            Self::Sun => {
                "M10 13.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM10 2.5v1.6M10 15.9v1.6M2.5 10h1.6M15.9 10h1.6M4.7 4.7l1.1 1.1M14.2 14.2l1.1 1.1M15.3 4.7l-1.1 1.1M5.8 14.2l-1.1 1.1"
            }
            Self::Moon => "M16.5 11.8A6.8 6.8 0 0 1 8.2 3.5a6.8 6.8 0 1 0 8.3 8.3z",
            Self::Screen => "M3 4h14v9.5H3zM7.5 17h5M10 13.5V17",
            Self::Warning => "M10 3 18 16.5H2zM10 8.2v3.6M10 14.2v.1",
            Self::Filter => "M3 5h14M5.5 10h9M8.5 15h3",
            Self::SignOut => "M8 3.5H4v13h4M12.5 6.5 16 10l-3.5 3.5M16 10H8",
            Self::Print => "M6 7.5v-4h8v4M6 14H3.5V7.5h13V14H14M6 11.5h8v5H6z",
        }
    }

    /// Whether it points somewhere and turns round where one reads from right to left.
    fn is_directed(self) -> bool {
        matches!(self, Self::Back | Self::SignOut)
    }
}

/// Draws an icon. It says nothing to a screen reader: the words beside it do.
pub fn icon(is: Icon) -> El {
    let class = if is.is_directed() { "icon icon--directed" } else { "icon" };
    svg("svg")
        .class(class)
        .attr("viewBox", "0 0 20 20")
        .attr("aria-hidden", "true")
        .child(svg("path").attr("d", is.path()))
}
