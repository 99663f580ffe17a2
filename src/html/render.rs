//! Building a described element in the page, for Leptos.

use super::element::{El, Listener, Live};
use leptos::{
    prelude::*,
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration::Cursor,
        renderer::{Rndr, types},
        view::{
            Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr,
            any_view::AnyViewState,
        },
    },
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, HtmlInputElement};

/// An element in the page, with what must live as long as it does.
pub struct Built {
    element: types::Element,
    _children: Vec<AnyViewState>,
    _effects: Vec<RenderEffect<()>>,
    _listeners: Vec<Listening>,
}

/// A listener on an element. It is taken off again before it ends: an element can hear of something after it has left the
/// page (a dialog of its closing, a field of losing the focus), and then there must be nobody left to call.
struct Listening {
    element: types::Element,
    event: &'static str,
    heard: Closure<dyn FnMut(Event)>,
}

impl Listening {
    fn begin(element: types::Element, event: &'static str, listener: Listener) -> Self {
        let heard = Closure::wrap(listener as Box<dyn FnMut(Event)>);
        // Listening fails only on something that is no event target.
        let _ = element.add_event_listener_with_callback(event, heard.as_ref().unchecked_ref());
        Self { element, event, heard }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        // Taking off what is not there is as good as taken off.
        let _ =
            self.element.remove_event_listener_with_callback(self.event, self.heard.as_ref().unchecked_ref());
    }
}

impl Render for El {
    type State = Built;

    fn build(self) -> Built {
        let this = *self.0;
        let namespace = this.is_svg.then_some("http://www.w3.org/2000/svg");
        let element = Rndr::create_element(this.name, namespace);
        for (name, value) in &this.attributes {
            Rndr::set_attribute(&element, name, value);
        }
        let children = this.children.into_iter().map(|child| {
            let mut child = child.build();
            child.mount(&element, None);
            child
        });
        let children = children.collect();
        // After the children: a select takes its value from its options.
        let effects = this.live.into_iter().map(|live| follow(element.clone(), live)).collect();
        let listen = |(event, listener)| Listening::begin(element.clone(), event, listener);
        let listeners = this.listeners.into_iter().map(listen).collect();
        Built { element, _children: children, _effects: effects, _listeners: listeners }
    }

    fn rebuild(self, state: &mut Built) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

fn follow(element: types::Element, live: Live) -> RenderEffect<()> {
    let input = || element.clone().unchecked_into::<HtmlInputElement>();
    let follow: Box<dyn Fn()> = match live {
        Live::Attribute(name, value) => Box::new(move || match value() {
            Some(value) => Rndr::set_attribute(&element, name, &value),
            None => Rndr::remove_attribute(&element, name),
        }),
        Live::Text(text) => {
            let input = input();
            Box::new(move || {
                let text = text();
                // Writing the same text again would move the caret to its end.
                if input.value() != text {
                    input.set_value(&text);
                }
            })
        }
        Live::Checked(is_checked) => {
            let input = input();
            Box::new(move || input.set_checked(is_checked()))
        }
    };
    RenderEffect::new(move |_| follow())
}

impl Mountable for Built {
    fn unmount(&mut self) {
        self.element.unmount();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        self.element.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.element.insert_before_this(child)
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.element.clone()]
    }
}

impl AddAnyAttr for El {
    type Output<SomeNewAttr: Attribute> = Self;

    /// Nothing is spread onto an `El`: whoever makes it writes its attributes.
    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Self {
        self
    }
}

/// The portal is rendered in the browser only, so the server's half of this trait has nothing to do.
impl RenderHtml for El {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _buf: &mut String,
        _position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _cursor: &Cursor, _position: &PositionState) -> Built {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
