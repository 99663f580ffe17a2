//! A list's question in the portal's address, in both directions.

use super::{Column, ColumnChoice, Density, Filter, FilterKind, ListKind, ListQuery, Sort, views};

/// The largest page that an address can name.
const LAST_PAGE: usize = 1_000_000;

impl ListQuery {
    /// Reads the address, given as decoded names and values, and tells which of them could not be read and were ignored.
    /// An address that names a built-in view and nothing else means that view.
    pub fn read<'a>(
        kind: ListKind,
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> (Self, Vec<(String, String)>) {
        let pairs: Vec<_> = pairs.into_iter().collect();
        let mut query = Self::of(kind);
        let names_a_view_only = pairs.iter().all(|(name, _)| matches!(*name, "view" | "page"));
        if let Some((_, view)) = pairs.iter().find(|(name, _)| *name == "view" && names_a_view_only) {
            query = views::built_in(kind, view).unwrap_or(query);
        }
        let ignored = pairs.into_iter().filter(|(name, value)| query.take(name, value).is_none());
        let ignored = ignored.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        (query, ignored)
    }

    fn take(&mut self, name: &str, value: &str) -> Option<()> {
        match name {
            "q" => value.trim().clone_into(&mut self.search),
            "sort" => self.sort = Sort::parse(self.kind, value)?,
            "cols" => self.columns = columns(self.kind, value)?,
            "density" => self.density = density(value)?,
            "view" => self.view = Some(value.to_owned()).filter(|view| !view.is_empty()),
            "page" => {
                let page = value.parse::<usize>().ok()?;
                self.page = (1..=LAST_PAGE).contains(&page).then(|| page - 1)?;
            }
            _ => {
                let known = FilterKind::all(self.kind);
                let is_named = |kind: &&FilterKind| kind.names().0 == name || kind.names().1 == name;
                let kind = *known.iter().find(is_named)?;
                let filter = Filter::read(kind, self.filter(kind).cloned(), name, value)?;
                let page = self.page;
                *self = std::mem::replace(self, Self::of(self.kind)).with(filter);
                self.page = page;
            }
        }
        Some(())
    }

    /// The names and values for the address; what is as usual has none.
    pub fn to_pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if let Some(view) = &self.view {
            pairs.push(("view", view.clone()));
        }
        if !self.search.is_empty() {
            pairs.push(("q", self.search.clone()));
        }
        for filter in &self.filters {
            filter.write(&mut pairs);
        }
        if self.sort != Sort::usual(self.kind) {
            pairs.push(("sort", self.sort.slug()));
        }
        if !self.columns.is_empty() {
            pairs.push(("cols", columns_text(&self.columns)));
        }
        if self.density == Density::Dense {
            pairs.push(("density", "dense".to_owned()));
        }
        if self.page > 0 {
            pairs.push(("page", (self.page + 1).to_string()));
        }
        pairs
    }
}

fn density(value: &str) -> Option<Density> {
    match value {
        "dense" => Some(Density::Dense),
        "comfortable" => Some(Density::Comfortable),
        _ => None,
    }
}

/// `number,total.160`: columns with their widths in pixels.
fn columns(kind: ListKind, value: &str) -> Option<Vec<ColumnChoice>> {
    let mut columns: Vec<ColumnChoice> = Vec::new();
    for text in value.split(',') {
        let (slug, width) = match text.split_once('.') {
            Some((slug, width)) => {
                (slug, Some(width.parse().ok().filter(|width| ColumnChoice::WIDTHS.contains(width))?))
            }
            None => (text, None),
        };
        let column = Column::from_slug(kind, slug)?;
        if columns.iter().all(|known| known.column != column) {
            columns.push(ColumnChoice { column, width });
        }
    }
    Some(columns)
}

/// Columns as an address says them.
pub fn columns_text(columns: &[ColumnChoice]) -> String {
    columns.iter().map(written).collect::<Vec<_>>().join(",")
}

fn written(choice: &ColumnChoice) -> String {
    let slug = choice.column.slug();
    choice.width.map_or_else(|| slug.to_owned(), |width| [slug, ".", &width.to_string()].concat())
}

#[cfg(test)]
mod tests {
    use super::super::*;
    use crate::{decimal::Number, status::OrderStatus};

    fn read(pairs: &[(&str, &str)]) -> (ListQuery, Vec<(String, String)>) {
        ListQuery::read(ListKind::Orders, pairs.iter().copied())
    }

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let query = ListQuery {
            search: "O'Hara & söhne".into(),
            sort: Sort { by: Column::Total, descending: true },
            columns: vec![Column::Total.into(), ColumnChoice { column: Column::City, width: Some(160) }],
            density: Density::Dense,
            view: Some("Mine & yours".into()),
            page: 3,
            ..ListQuery::of(ListKind::Orders)
                .with(Filter::Changed)
                .with(Filter::Amount(Bounds { min: Number::parse("10.50"), max: None }))
                .with(Filter::Status(vec![OrderStatus::Confirmed, OrderStatus::PartlyDelivered]))
                .with(Filter::Placed(Preset::ThisMonth.span()))
                .with(Filter::Requested(Span { from: None, to: Some(Day::FromToday(7)) }))
                .with(Filter::Currency("EUR".into()))
                .with(Filter::PlacedBy("ed1a8881-44d9-5268-8fbb-0f1c34ecd0ac".parse().unwrap()))
                .with(Filter::Late)
                .with(Filter::Unnumbered)
        };
        let pairs = query.to_pairs();
        let pairs: Vec<_> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(read(&pairs), (query, Vec::new()));
        assert!(ListQuery::of(ListKind::Orders).to_pairs().is_empty());
    }

    #[test]
    fn what_cannot_be_read_is_ignored_and_told() {
        let (query, ignored) = read(&[
            ("status", "invoiced,lost"),
            ("from", "yesterday"),
            ("page", "-4"),
            ("sort", "colour"),
            ("cols", "number,smell"),
            ("min", "much"),
            ("utm", "x"),
            ("late", "1"),
        ]);
        assert_eq!(query, ListQuery::of(ListKind::Orders).with(Filter::Late));
        let names: Vec<_> = ignored.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["status", "from", "page", "sort", "cols", "min", "utm"]);
    }

    #[test]
    fn a_view_that_stands_alone_means_what_it_is_and_beside_other_parts_only_its_name() {
        let (alone, _) = read(&[("view", "late"), ("page", "2")]);
        assert_eq!((alone.filter(FilterKind::Late), alone.page), (Some(&Filter::Late), 1));
        let (changed, _) = read(&[("view", "late"), ("q", "chai")]);
        assert!(changed.filters.is_empty(), "{changed:?}");
        assert_eq!(changed.view.as_deref(), Some("late"));
    }

    #[test]
    fn relative_days_stay_relative() {
        let (query, _) = read(&[("from", "-30d")]);
        assert_eq!(query.to_pairs(), [("from", "-30d".to_owned())]);
    }

    #[test]
    fn the_column_that_names_a_row_is_always_there_and_first() {
        let shown = |cols: &str| {
            let (query, _) = read(&[("cols", cols)]);
            query.shown().iter().map(|choice| choice.column).collect::<Vec<_>>()
        };
        assert_eq!(shown("total,status"), [Column::Number, Column::Total, Column::Status]);
        assert_eq!(shown("total,number,status"), [Column::Number, Column::Total, Column::Status]);
    }
}
