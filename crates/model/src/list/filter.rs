//! What narrows a list.

use super::{Day, ListKind, Span};
use crate::{decimal::Number, ids::ContactId, status::OrderStatus};

/// One thing that narrows a list.
#[derive(Clone, Debug, PartialEq)]
pub enum Filter {
    /// The order has one of these statuses.
    Status(Vec<OrderStatus>),
    /// It was placed within these days.
    Placed(Span),
    /// It is wanted within these days.
    Requested(Span),
    /// It is confirmed to arrive within these days.
    Confirmed(Span),
    /// The order costs so much.
    Amount(Bounds),
    /// The order is in this currency (ISO 4217).
    Currency(String),
    /// This person placed it.
    PlacedBy(ContactId),
    /// Confirmed for later than it was wanted, or due and not delivered.
    Late,
    /// Something of it is still to come.
    Open,
    /// The ERP has not given it a number yet.
    Unnumbered,
    /// Changed since the reader last looked at it.
    Changed,
}

/// From an amount to an amount, both included; either may be open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// The least.
    pub min: Option<Number>,
    /// The most.
    pub max: Option<Number>,
}

/// Which filter, without what it asks for. A list has each at most once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FilterKind {
    /// See [`Filter::Status`].
    Status,
    /// See [`Filter::Placed`].
    Placed,
    /// See [`Filter::Requested`].
    Requested,
    /// See [`Filter::Confirmed`].
    Confirmed,
    /// See [`Filter::Amount`].
    Amount,
    /// See [`Filter::Currency`].
    Currency,
    /// See [`Filter::PlacedBy`].
    PlacedBy,
    /// See [`Filter::Late`].
    Late,
    /// See [`Filter::Open`].
    Open,
    /// See [`Filter::Unnumbered`].
    Unnumbered,
    /// See [`Filter::Changed`].
    Changed,
}

impl FilterKind {
    /// Every filter that a list has.
    pub fn all(kind: ListKind) -> &'static [Self] {
        match kind {
            ListKind::Orders => &[
                Self::Status,
                Self::Placed,
                Self::Requested,
                Self::Confirmed,
                Self::Amount,
                Self::Currency,
                Self::PlacedBy,
                Self::Late,
                Self::Unnumbered,
                Self::Changed,
            ],
            ListKind::Lines => &[
                Self::Status,
                Self::Placed,
                Self::Requested,
                Self::Confirmed,
                Self::PlacedBy,
                Self::Late,
                Self::Open,
            ],
        }
    }

    /// The word for texts.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Placed => "placed",
            Self::Requested => "requested",
            Self::Confirmed => "confirmed",
            Self::Amount => "amount",
            Self::Currency => "currency",
            Self::PlacedBy => "placed-by",
            Self::Late => "late",
            Self::Open => "open",
            Self::Unnumbered => "unnumbered",
            Self::Changed => "changed",
        }
    }

    /// The names in the address of its parts: the value, or the least and the most.
    pub(super) fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Status => ("status", ""),
            Self::Placed => ("from", "to"),
            Self::Requested => ("requested-from", "requested-to"),
            Self::Confirmed => ("confirmed-from", "confirmed-to"),
            Self::Amount => ("min", "max"),
            Self::Currency => ("currency", ""),
            Self::PlacedBy => ("by", ""),
            Self::Late => ("late", ""),
            Self::Open => ("open", ""),
            Self::Unnumbered => ("unnumbered", ""),
            Self::Changed => ("changed", ""),
        }
    }
}

impl Filter {
    /// Which filter it is.
    pub fn kind(&self) -> FilterKind {
        match self {
            Self::Status(_) => FilterKind::Status,
            Self::Placed(_) => FilterKind::Placed,
            Self::Requested(_) => FilterKind::Requested,
            Self::Confirmed(_) => FilterKind::Confirmed,
            Self::Amount(_) => FilterKind::Amount,
            Self::Currency(_) => FilterKind::Currency,
            Self::PlacedBy(_) => FilterKind::PlacedBy,
            Self::Late => FilterKind::Late,
            Self::Open => FilterKind::Open,
            Self::Unnumbered => FilterKind::Unnumbered,
            Self::Changed => FilterKind::Changed,
        }
    }

    /// The days within which something lies; none for other filters.
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Placed(span) | Self::Requested(span) | Self::Confirmed(span) => Some(*span),
            _ => None,
        }
    }

    /// A filter by days.
    pub fn within(kind: FilterKind, span: Span) -> Option<Self> {
        if span == Span::default() {
            return None;
        }
        match kind {
            FilterKind::Placed => Some(Self::Placed(span)),
            FilterKind::Requested => Some(Self::Requested(span)),
            FilterKind::Confirmed => Some(Self::Confirmed(span)),
            _ => None,
        }
    }

    /// The parts of the address that say it.
    pub(super) fn write(&self, pairs: &mut Vec<(&'static str, String)>) {
        let (name, last) = self.kind().names();
        let (value, other) = match self {
            Self::Status(statuses) => {
                let slugs: Vec<_> = statuses.iter().map(|status| status.slug()).collect();
                (Some(slugs.join(",")), None)
            }
            Self::Placed(span) | Self::Requested(span) | Self::Confirmed(span) => {
                (span.from.map(|day| day.to_string()), span.to.map(|day| day.to_string()))
            }
            Self::Amount(bounds) => {
                (bounds.min.as_ref().map(Number::to_string), bounds.max.as_ref().map(Number::to_string))
            }
            Self::Currency(code) => (Some(code.clone()), None),
            Self::PlacedBy(contact) => (Some(contact.to_string()), None),
            Self::Late | Self::Open | Self::Unnumbered | Self::Changed => (Some("1".to_owned()), None),
        };
        pairs.extend(value.map(|value| (name, value)));
        pairs.extend(other.map(|other| (last, other)));
    }

    /// Reads one part of the address into what is there of this filter already; none if it cannot be read.
    pub(super) fn read(kind: FilterKind, now: Option<Self>, name: &str, value: &str) -> Option<Self> {
        let is_first = name == kind.names().0;
        match kind {
            FilterKind::Status => {
                let statuses: Option<Vec<_>> = value.split(',').map(OrderStatus::from_slug).collect();
                statuses.map(Self::Status)
            }
            FilterKind::Placed | FilterKind::Requested | FilterKind::Confirmed => {
                let day: Day = value.parse().ok()?;
                let span = now.and_then(|now| now.span()).unwrap_or_default();
                let (from, to) = if is_first { (Some(day), span.to) } else { (span.from, Some(day)) };
                Self::within(kind, Span { from, to })
            }
            FilterKind::Amount => {
                let amount = Number::parse(value)?;
                let bounds = if let Some(Self::Amount(bounds)) = now { bounds } else { Bounds::default() };
                Some(Self::Amount(match is_first {
                    true => Bounds { min: Some(amount), ..bounds },
                    false => Bounds { max: Some(amount), ..bounds },
                }))
            }
            FilterKind::Currency => {
                let is_code = value.len() == 3 && value.bytes().all(|byte| byte.is_ascii_uppercase());
                is_code.then(|| Self::Currency(value.to_owned()))
            }
            FilterKind::PlacedBy => value.parse().ok().map(Self::PlacedBy),
            FilterKind::Late => (value == "1").then_some(Self::Late),
            FilterKind::Open => (value == "1").then_some(Self::Open),
            FilterKind::Unnumbered => (value == "1").then_some(Self::Unnumbered),
            FilterKind::Changed => (value == "1").then_some(Self::Changed),
        }
    }
}
