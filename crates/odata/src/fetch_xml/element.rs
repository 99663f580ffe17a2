//! An element of the text, with everything refused that nobody asks it for.

use roxmltree::Node;

use crate::Error;
use crate::options::invalid;

use super::OPTION;

/// An element without namespace.
#[derive(Clone, Copy)]
pub(super) struct Element<'a>(Node<'a, 'a>);

impl<'a> Element<'a> {
    /// Refuses names of other vocabularies.
    pub(super) fn of(node: Node<'a, 'a>) -> Result<Self, Error> {
        let element = Self(node);
        let plain = node.tag_name().namespace().is_none()
            && node.attributes().all(|attribute| attribute.namespace().is_none());
        if plain { Ok(element) } else { Err(element.unknown()) }
    }

    pub(super) fn name(&self) -> &'a str {
        self.0.tag_name().name()
    }

    /// The value of an attribute.
    pub(super) fn get(&self, attribute: &str) -> Option<&'a str> {
        self.0.attribute(attribute)
    }

    /// The value of an attribute that must be there and hold something.
    pub(super) fn need(
        &self,
        attribute: &str,
        element: &'static str,
        needs: &'static str,
    ) -> Result<String, Error> {
        let value = self.get(attribute).filter(|value| !value.is_empty());
        value.map(str::to_owned).ok_or(Error::Incomplete { element, needs })
    }

    /// Whether an attribute says yes; without it, no.
    pub(super) fn yes(&self, attribute: &str) -> Result<bool, Error> {
        match self.get(attribute) {
            None | Some("false" | "0") => Ok(false),
            Some("true" | "1") => Ok(true),
            Some(other) => Err(invalid(OPTION, other)),
        }
    }

    /// Refuses attributes that are not among `known`.
    pub(super) fn only(&self, known: &[&str]) -> Result<(), Error> {
        match self.0.attributes().find(|attribute| !known.contains(&attribute.name())) {
            None => Ok(()),
            Some(attribute) => Err(Error::NotSupported(format!(
                "The attribute '{}' of '{}' in fetchXml",
                shown(attribute.name()),
                shown(self.name())
            ))),
        }
    }

    /// The elements inside; anything else but space and comments is refused.
    pub(super) fn children(&self) -> Result<Vec<Self>, Error> {
        let mut children = Vec::new();
        for node in self.0.children() {
            if node.is_element() {
                children.push(Self::of(node)?);
            } else if node.is_pi()
                || node.text().is_some_and(|text| node.is_text() && !text.trim().is_empty())
            {
                return Err(Error::NotSupported(format!("Text inside '{}' in fetchXml", shown(self.name()))));
            }
        }
        Ok(children)
    }

    /// Refuses any content.
    pub(super) fn empty(&self) -> Result<(), Error> {
        self.children()?.first().map_or(Ok(()), |child| Err(child.unknown()))
    }

    /// The text inside, which must be all there is.
    pub(super) fn text(&self) -> Result<String, Error> {
        match self.0.children().find(|node| !node.is_text() && !node.is_comment()) {
            Some(_) => Err(self.unknown()),
            None => Ok(self.0.children().filter(Node::is_text).filter_map(|node| node.text()).collect()),
        }
    }

    /// The error that nobody knows this element here.
    pub(super) fn unknown(&self) -> Error {
        Error::NotSupported(format!("The element '{}' here in fetchXml", shown(self.name())))
    }
}

/// A name from outside, short enough for a message.
pub(super) fn shown(name: &str) -> String {
    name.chars().take(60).collect()
}
