//! Describing an element.

use leptos::prelude::*;
use std::borrow::Cow;
use web_sys::Event;

/// An element: its name, what is written on it, what listens to it, what is in it.
#[must_use]
pub struct El {
    pub(super) name: &'static str,
    pub(super) is_svg: bool,
    pub(super) attributes: Vec<(&'static str, Cow<'static, str>)>,
    pub(super) live: Vec<Live>,
    pub(super) listeners: Vec<(&'static str, Listener)>,
    pub(super) children: Vec<AnyView>,
}

/// What follows signals.
pub(super) enum Live {
    /// An attribute, absent while there is no value.
    Attribute(&'static str, Box<dyn Fn() -> Option<String> + Send>),
    /// What stands in a text field.
    Text(Box<dyn Fn() -> String + Send>),
    /// Whether a box is ticked.
    Checked(Box<dyn Fn() -> bool + Send>),
}

pub(super) type Listener = Box<dyn FnMut(Event) + Send>;

/// An HTML element with this name.
pub fn el(name: &'static str) -> El {
    El {
        name,
        is_svg: false,
        attributes: Vec::new(),
        live: Vec::new(),
        listeners: Vec::new(),
        children: Vec::new(),
    }
}

/// An SVG element with this name.
pub fn svg(name: &'static str) -> El {
    El { is_svg: true, ..el(name) }
}

impl El {
    /// Writes an attribute.
    pub fn attr(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// Writes an attribute if there is a value for it.
    pub fn maybe(self, name: &'static str, value: Option<impl Into<Cow<'static, str>>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Writes the class.
    pub fn class(self, class: &'static str) -> Self {
        self.attr("class", class)
    }

    /// Writes an attribute that follows signals.
    pub fn live(mut self, name: &'static str, value: impl Fn() -> Option<String> + Send + 'static) -> Self {
        self.live.push(Live::Attribute(name, Box::new(value)));
        self
    }

    /// Keeps the text of a field equal to a signal.
    pub fn live_text(mut self, text: impl Fn() -> String + Send + 'static) -> Self {
        self.live.push(Live::Text(Box::new(text)));
        self
    }

    /// Keeps the tick of a box equal to a signal.
    pub fn live_checked(mut self, is_checked: impl Fn() -> bool + Send + 'static) -> Self {
        self.live.push(Live::Checked(Box::new(is_checked)));
        self
    }

    /// Listens to an event.
    pub fn on(mut self, event: &'static str, listener: impl FnMut(Event) + Send + 'static) -> Self {
        self.listeners.push((event, Box::new(listener)));
        self
    }

    /// Puts a text in.
    pub fn text(self, text: impl Into<String>) -> Self {
        self.view(text.into().into_any())
    }

    /// Puts an element in.
    pub fn child(self, child: El) -> Self {
        self.view(child.into_any())
    }

    /// Puts an element in if there is one.
    pub fn maybe_child(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Puts elements in.
    pub fn children(mut self, children: impl IntoIterator<Item = El>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// Puts any view of Leptos in.
    pub fn view(mut self, view: AnyView) -> Self {
        self.children.push(view);
        self
    }

    /// Puts in what follows signals.
    pub fn live_view(self, view: impl Fn() -> AnyView + Send + 'static) -> Self {
        // Boxed first, so that Leptos's code for changing views stands in the portal once.
        let view: Box<dyn Fn() -> AnyView + Send> = Box::new(view);
        self.view((move || view()).into_any())
    }

    /// Puts in a text that follows signals.
    pub fn live_text_child(self, text: impl Fn() -> String + Send + 'static) -> Self {
        self.live_view(move || text().into_any())
    }
}
