//! One column: what it holds, who may set it, whether it is offered; with the short words the tables are
//! written in.

/// A column of a table, by its Dataverse logical name.
#[derive(Debug, PartialEq)]
pub struct Column {
    /// The logical name; also the name in the database.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether a row can be without it.
    pub required: bool,
    /// When a caller of the Web API can set it.
    pub writes: Writes,
    /// Whether the Web API offers it at all.
    pub exposed: bool,
    /// What a new row has when nothing is said.
    pub default: Option<DefaultValue>,
    /// Whether a negative number is refused.
    pub not_negative: bool,
    /// Whether it follows from other columns, so that nobody sets it.
    pub derived: bool,
}

/// What a column holds, and how it is stored.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A GUID, stored as lower-case text with hyphens.
    Guid,
    /// One line of text with at most this many characters.
    Text(usize),
    /// Text of several lines with at most this many characters.
    Memo(usize),
    /// A whole number.
    Integer,
    /// Yes or no, stored as 1 or 0.
    Bool,
    /// One of a set of numbered values.
    Choice(&'static [(i64, &'static str)]),
    /// An amount in the row's currency, stored as a whole number of ten-thousandths.
    Money,
    /// A decimal number with this many places, stored as a whole number of the smallest place.
    Decimal(u32),
    /// A point in time, stored as `YYYY-MM-DDTHH:MM:SSZ`.
    DateTime,
    /// A day, stored as `YYYY-MM-DD`.
    Date,
    /// The key of a row in one of these tables. With more than one, [`type_column`](Column::type_column)
    /// tells which.
    Lookup(&'static [Target]),
    /// The key of a row in a table that is not kept here; shown as it came.
    ForeignKey(&'static str),
}

/// A table a lookup can point to.
#[derive(Debug, PartialEq)]
pub struct Target {
    /// The logical name of the table.
    pub table: &'static str,
    /// The name of the navigation property, for `$expand`, filter paths and `@odata.bind`.
    pub navigation: &'static str,
}

/// When a caller of the Web API can set a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writes {
    /// When the row is made and later.
    Always,
    /// Only when the row is made.
    OnCreate,
    /// Never: the ERP or the system owns it.
    Never,
}

/// What a new row has when nothing is said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum DefaultValue {
    /// A number, a choice, or a yes (1) or no (0), as stored.
    Integer(i64),
    /// A text.
    Text(&'static str),
    /// The time of the write.
    Now,
}

/// Decimal places of stored money.
pub const MONEY_PLACES: u32 = 4;

impl Column {
    const fn new(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            kind,
            required: false,
            writes: Writes::Always,
            exposed: true,
            default: None,
            not_negative: false,
            derived: false,
        }
    }

    /// No row is without it.
    pub(super) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Set when the row is made, never after.
    pub(super) const fn on_create(mut self) -> Self {
        self.writes = Writes::OnCreate;
        self
    }

    /// Owned by the ERP or the system: the Web API can only read it.
    pub(super) const fn read_only(mut self) -> Self {
        self.writes = Writes::Never;
        self
    }

    /// Stored, and never offered through the Web API.
    pub(super) const fn hidden(mut self) -> Self {
        self.exposed = false;
        self.writes = Writes::Never;
        self
    }

    /// Follows from other columns and is never offered.
    pub(super) const fn derived(mut self) -> Self {
        self.derived = true;
        self.hidden()
    }

    /// What a new row has when nothing is said.
    pub(super) const fn default(mut self, value: DefaultValue) -> Self {
        self.default = Some(value);
        self
    }

    /// A negative number is refused.
    pub(super) const fn not_negative(mut self) -> Self {
        self.not_negative = true;
        self
    }

    /// The name in requests and answers: `_x_value` for a lookup, otherwise the logical name.
    pub fn property(&self) -> String {
        if self.is_lookup() { format!("_{}_value", self.name) } else { self.name.to_owned() }
    }

    /// Whether it holds the key of another row.
    pub const fn is_lookup(&self) -> bool {
        matches!(self.kind, Kind::Lookup(_) | Kind::ForeignKey(_))
    }

    /// Whether it holds text for people: compared without regard to case.
    pub const fn is_text(&self) -> bool {
        matches!(self.kind, Kind::Text(_) | Kind::Memo(_))
    }

    /// The places after the point, for money and decimal numbers.
    pub const fn places(&self) -> Option<u32> {
        match self.kind {
            Kind::Money => Some(MONEY_PLACES),
            Kind::Decimal(places) => Some(places),
            _ => None,
        }
    }

    /// The tables it can point to.
    pub const fn targets(&self) -> &'static [Target] {
        match self.kind {
            Kind::Lookup(targets) => targets,
            _ => &[],
        }
    }

    /// The column that says which table a lookup with several targets points to.
    pub fn type_column(&self) -> Option<String> {
        (self.targets().len() > 1).then(|| format!("{}type", self.name))
    }

    /// Its type in the database; the words are the same for SQLite and PostgreSQL.
    pub const fn sql_type(&self) -> &'static str {
        match self.kind {
            Kind::Integer | Kind::Choice(_) => "INTEGER",
            Kind::Bool => "SMALLINT",
            Kind::Money | Kind::Decimal(_) => "BIGINT",
            _ => "TEXT",
        }
    }
}

/// A key.
pub(super) const fn key(name: &'static str) -> Column {
    Column::new(name, Kind::Guid).required().on_create()
}

/// A line of text.
pub(super) const fn text(name: &'static str, max: usize) -> Column {
    Column::new(name, Kind::Text(max))
}

/// Text of several lines.
pub(super) const fn memo(name: &'static str, max: usize) -> Column {
    Column::new(name, Kind::Memo(max))
}

/// A whole number.
pub(super) const fn integer(name: &'static str) -> Column {
    Column::new(name, Kind::Integer)
}

/// Yes or no.
pub(super) const fn bool(name: &'static str) -> Column {
    Column::new(name, Kind::Bool)
}

/// One of a set of numbered values.
pub(super) const fn choice(name: &'static str, labels: &'static [(i64, &'static str)]) -> Column {
    Column::new(name, Kind::Choice(labels))
}

/// An amount in the row's currency.
pub(super) const fn money(name: &'static str) -> Column {
    Column::new(name, Kind::Money)
}

/// A decimal number.
pub(super) const fn decimal(name: &'static str, places: u32) -> Column {
    Column::new(name, Kind::Decimal(places))
}

/// A point in time.
pub(super) const fn date_time(name: &'static str) -> Column {
    Column::new(name, Kind::DateTime)
}

/// A day.
pub(super) const fn date(name: &'static str) -> Column {
    Column::new(name, Kind::Date)
}

/// The key of another row.
pub(super) const fn lookup(name: &'static str, targets: &'static [Target]) -> Column {
    Column::new(name, Kind::Lookup(targets))
}

/// The key of a row in a table that is not kept here.
pub(super) const fn foreign_key(name: &'static str, table: &'static str) -> Column {
    Column::new(name, Kind::ForeignKey(table)).read_only()
}

/// A table a lookup can point to, with the navigation property for it.
pub(super) const fn to(table: &'static str, navigation: &'static str) -> Target {
    Target { table, navigation }
}
