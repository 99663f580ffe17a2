//! Tables for the clipboard, in the two forms that spreadsheets and letters take.

/// A table with a line above it, for example an order with its lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Clip {
    /// What the table is about.
    pub title: String,
    /// The address of the page that it is from.
    pub link: String,
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows, as wide as the columns.
    pub rows: Vec<Vec<String>>,
}

impl Clip {
    /// The form for letters: an HTML fragment.
    pub fn html(&self) -> String {
        let row = |cells: &[String], name: &str| {
            let cells: String =
                cells.iter().map(|cell| format!("<{name}>{}</{name}>", escaped(cell))).collect();
            format!("<tr>{cells}</tr>")
        };
        let body: String = self.rows.iter().map(|cells| row(cells, "td")).collect();
        let (title, link) = (escaped(&self.title), escaped(&self.link));
        let head = row(&self.columns, "th");
        format!(
            r#"<p><a href="{link}">{title}</a></p><table border="1"><thead>{head}</thead><tbody>{body}</tbody></table>"#
        )
    }

    /// The form for spreadsheets: cells separated by tabs, title and link in the first two lines.
    pub fn text(&self) -> String {
        let row =
            |cells: &Vec<String>| cells.iter().map(|cell| single_line(cell)).collect::<Vec<_>>().join("\t");
        let lines = [single_line(&self.title), self.link.clone(), row(&self.columns)];
        lines.into_iter().chain(self.rows.iter().map(row)).collect::<Vec<_>>().join("\n")
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A cell: no tab and no break, and nothing that a spreadsheet would run as a formula. A number with a sign stays one.
fn single_line(cell: &str) -> String {
    let flat = cell.replace(['\t', '\r', '\n'], " ");
    let is_number =
        flat.chars().skip(1).all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | ' '));
    match flat.chars().next() {
        Some('=' | '@') => format!("'{flat}"),
        Some('+' | '-') if !is_number => format!("'{flat}"),
        _ => flat,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clip(cell: &str) -> Clip {
        Clip {
            title: "Order <1>".into(),
            link: "https://portal.example/orders/1?a=1&b=2".into(),
            columns: vec!["Product".into(), "Quantity".into()],
            rows: vec![vec![cell.into(), "12".into()]],
        }
    }

    #[test]
    fn both_forms_hold_title_link_and_every_cell() {
        assert_eq!(
            clip("Chai").text(),
            "Order <1>\nhttps://portal.example/orders/1?a=1&b=2\nProduct\tQuantity\nChai\t12"
        );
        let html = clip("<b>Chai</b>").html();
        assert!(html.contains("Order &lt;1&gt;") && html.contains("a=1&amp;b=2"));
        assert!(html.contains("<td>&lt;b&gt;Chai&lt;/b&gt;</td><td>12</td>"));
    }

    #[test]
    fn a_cell_breaks_no_row_and_runs_nowhere() {
        let cell = |text: &str| clip(text).text().lines().nth(3).unwrap().to_owned();
        assert_eq!(cell("a\tb\nc"), "a b c\t12");
        assert_eq!(cell("=1+1"), "'=1+1\t12");
        assert_eq!(cell("-5,00"), "-5,00\t12");
        assert_eq!(cell("-cmd|x"), "'-cmd|x\t12");
    }
}
