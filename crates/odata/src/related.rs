//! How often a filter looks into other tables.

use crate::{Comparison, Error, Expr, Literal, Operand, Path};

/// How many looks one filter can take.
const MOST: usize = 20;

/// The looks into other tables that a filter takes. Conditions that ask a related row for a value are answered
/// together, so that one column counts once, however many values it may have; those that hold without a row as well
/// are answered each by itself.
#[derive(Debug, Default)]
pub(crate) struct Related {
    looks: usize,
    /// The columns that count already, and whether they are asked within the rows of a collection.
    columns: Vec<(bool, Path)>,
}

impl Related {
    /// Counts one look.
    pub(crate) fn look(&mut self, option: &'static str) -> Result<(), Error> {
        self.looks += 1;
        let what = "columns of related rows";
        if self.looks > MOST { Err(Error::TooMany { option, most: MOST, what }) } else { Ok(()) }
    }

    /// Counts what a single condition asks of related rows; `inside` says that it is about a row of a collection.
    pub(crate) fn condition(
        &mut self,
        option: &'static str,
        inside: bool,
        condition: &Expr,
    ) -> Result<(), Error> {
        match condition {
            Expr::Match { path, .. } => self.value(option, inside, path),
            Expr::Compare { left, comparison, right } => {
                let asks = |value: &Literal| *comparison != Comparison::NotEqual && *value != Literal::Null;
                match (left, right) {
                    (Operand::Path(path), Operand::Literal(value))
                    | (Operand::Literal(value), Operand::Path(path))
                        if asks(value) =>
                    {
                        self.value(option, inside, path)
                    }
                    sides => [sides.0, sides.1].into_iter().try_for_each(|side| match side {
                        Operand::Path(Path { navigation: Some(_), .. }) => self.look(option),
                        _ => Ok(()),
                    }),
                }
            }
            _ => Ok(()),
        }
    }

    fn value(&mut self, option: &'static str, inside: bool, path: &Path) -> Result<(), Error> {
        let known = self.columns.iter().any(|(place, column)| *place == inside && column == path);
        if known || path.navigation.is_none() {
            return Ok(());
        }
        self.columns.push((inside, path.clone()));
        self.look(option)
    }
}
