//! Describing an element.

use leptos::prelude::*;
use std::borrow::Cow;
use web_sys::Event;

/// An element: its name, what is written on it, what listens to it, what is in it. It is handed on at every step of
/// its making, so it is one pointer wide.
#[must_use]
pub struct El(pub(super) Box<Parts>);

/// What an element is made of.
pub(super) struct Parts {
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
    make(name, false)
}

/// An SVG element with this name.
pub fn svg(name: &'static str) -> El {
    make(name, true)
}

#[inline(never)]
fn make(name: &'static str, is_svg: bool) -> El {
    El(Box::new(Parts {
        name,
        is_svg,
        attributes: Vec::new(),
        live: Vec::new(),
        listeners: Vec::new(),
        children: Vec::new(),
    }))
}

impl El {
    /// Writes an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.written(name, value.into())
    }

    // The generic methods hand over to ones that are not, so that the code of these stands in the portal once.
    #[inline(never)]
    fn written(mut self, name: &'static str, value: Cow<'static, str>) -> Self {
        self.0.attributes.push((name, value));
        self
    }

    #[inline(never)]
    fn following(mut self, live: Live) -> Self {
        self.0.live.push(live);
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
    #[inline(never)]
    pub fn class(self, class: &'static str) -> Self {
        self.attr("class", class)
    }

    /// Writes an attribute that follows signals.
    pub fn live(self, name: &'static str, value: impl Fn() -> Option<String> + Send + 'static) -> Self {
        self.following(Live::Attribute(name, Box::new(value)))
    }

    /// Keeps the text of a field equal to a signal.
    pub fn live_text(self, text: impl Fn() -> String + Send + 'static) -> Self {
        self.following(Live::Text(Box::new(text)))
    }

    /// Keeps the tick of a box equal to a signal.
    pub fn live_checked(self, is_checked: impl Fn() -> bool + Send + 'static) -> Self {
        self.following(Live::Checked(Box::new(is_checked)))
    }

    /// Listens to an event.
    pub fn on(self, event: &'static str, listener: impl FnMut(Event) + Send + 'static) -> Self {
        self.listening(event, Box::new(listener))
    }

    #[inline(never)]
    fn listening(mut self, event: &'static str, listener: Listener) -> Self {
        self.0.listeners.push((event, listener));
        self
    }

    /// Puts a text in.
    pub fn text(self, text: impl Into<String>) -> Self {
        self.holding(text.into())
    }

    #[inline(never)]
    fn holding(self, text: String) -> Self {
        self.view(text.into_any())
    }

    /// Puts an element in.
    #[inline(never)]
    pub fn child(self, child: El) -> Self {
        self.view(child.into_any())
    }

    /// Puts an element in if there is one.
    #[inline(never)]
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
    #[inline(never)]
    pub fn view(mut self, view: AnyView) -> Self {
        self.0.children.push(view);
        self
    }

    /// Puts in what follows signals.
    pub fn live_view(self, view: impl Fn() -> AnyView + Send + 'static) -> Self {
        // Boxed first, so that Leptos's code for changing views stands in the portal once.
        self.changing(Box::new(view))
    }

    #[inline(never)]
    fn changing(self, view: Box<dyn Fn() -> AnyView + Send>) -> Self {
        self.view((move || view()).into_any())
    }

    /// Puts in a text that follows signals.
    pub fn live_text_child(self, text: impl Fn() -> String + Send + 'static) -> Self {
        self.live_view(move || text().into_any())
    }
}
