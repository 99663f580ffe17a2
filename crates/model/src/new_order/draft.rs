//! An order as typed: texts, nothing checked, nothing trimmed while somebody types.

use super::{Field, NewLine, NewOrder, Problem, Rule, Terms, parse_quantity};
use crate::{
    address::Address,
    date::Date,
    decimal::Decimal,
    ids::{ContactId, LineId, OrderId, ProductId, UnitId},
};
use serde::{Deserialize, Serialize};

/// An order holds at most this many lines, so that one deep insert stays within an endpoint's limits.
pub const LINES_AT_MOST: usize = 500;

/// An order as typed. It is kept on the device until the supplier has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// The key of the order that it becomes.
    pub id: OrderId,
    /// Who types it; nobody else at the same browser may see it.
    pub owner: ContactId,
    /// The requested receipt date, `YYYY-MM-DD`.
    pub requested: String,
    /// The customer's own number.
    pub requisition: String,
    /// The customer's free reference.
    pub reference: String,
    /// Who receives it.
    pub name: String,
    /// Street with number.
    pub street: String,
    /// City.
    pub city: String,
    /// State or province.
    pub state: String,
    /// Postal code.
    pub postal_code: String,
    /// Country.
    pub country: String,
    /// The lines.
    pub lines: Vec<DraftLine>,
}

/// A line as typed. What is known of its product travels with it, so that a draft can be shown without asking.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DraftLine {
    /// The key of the line that it becomes.
    pub id: LineId,
    /// The product.
    pub product: ProductId,
    /// The product's number.
    pub number: String,
    /// The product's name.
    pub name: String,
    /// How much, as typed.
    pub quantity: String,
    /// How many decimals the quantity may have.
    pub quantity_decimals: u32,
    /// The unit.
    pub unit: UnitId,
    /// The unit's name.
    pub unit_name: String,
    /// The price of one unit as it was when the line was added, as digits; empty if the endpoint tells none.
    pub price: String,
}

impl DraftLine {
    /// What the line is expected to cost; none while the quantity is not a quantity or no price is known.
    pub fn estimate(&self) -> Option<Decimal> {
        let quantity = parse_quantity(&self.quantity, self.quantity_decimals).ok()?;
        let price: Decimal = self.price.parse().ok()?;
        price.checked_mul(quantity.value())
    }
}

impl Draft {
    /// An empty draft, delivered to `address`.
    pub fn new(id: OrderId, owner: ContactId, address: Address) -> Self {
        Self {
            id,
            owner,
            requested: String::new(),
            requisition: String::new(),
            reference: String::new(),
            name: address.name,
            street: address.street,
            city: address.city,
            state: address.state,
            postal_code: address.postal_code,
            country: address.country,
            lines: Vec::new(),
        }
    }

    /// Where it goes, trimmed.
    pub fn deliver_to(&self) -> Address {
        let trimmed = |text: &str| text.trim().to_owned();
        Address {
            name: trimmed(&self.name),
            street: trimmed(&self.street),
            city: trimmed(&self.city),
            state: trimmed(&self.state),
            postal_code: trimmed(&self.postal_code),
            country: trimmed(&self.country),
        }
    }

    /// What all lines are expected to cost; none if it is unknown for one of them.
    pub fn estimate(&self) -> Option<Decimal> {
        self.lines.iter().try_fold(Decimal::ZERO, |sum, line| sum.checked_add(line.estimate()?))
    }

    /// The problems of the order information, against `today`.
    pub fn information_problems(&self, today: Date) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut found = |field, rule| problems.push(Problem { field, rule });
        match self.requested.parse::<Date>() {
            Ok(day) if day < today => found(Field::Requested, Rule::InThePast),
            Ok(_) => {}
            Err(_) if self.requested.is_empty() => found(Field::Requested, Rule::Required),
            Err(_) => found(Field::Requested, Rule::NotADate),
        }
        for (field, text, most, required) in self.texts() {
            let length = text.trim().chars().count();
            if length == 0 && required {
                found(field, Rule::Required);
            } else if length > most {
                found(field, Rule::TooLong(most));
            }
        }
        problems
    }

    /// The texts with their longest lengths in characters (salesorder, column sizes) and whether they are required.
    fn texts(&self) -> [(Field, &str, usize, bool); 8] {
        [
            (Field::Requisition, &self.requisition, 20, false),
            (Field::Reference, &self.reference, 60, false),
            (Field::Name, &self.name, 200, true),
            (Field::Street, &self.street, 250, true),
            (Field::City, &self.city, 80, true),
            (Field::State, &self.state, 50, false),
            (Field::PostalCode, &self.postal_code, 20, false),
            (Field::Country, &self.country, 80, true),
        ]
    }

    /// The problems of the lines.
    pub fn line_problems(&self) -> Vec<Problem> {
        let count = match self.lines.len() {
            0 => Some(Rule::Required),
            n if n > LINES_AT_MOST => Some(Rule::TooMany(LINES_AT_MOST)),
            _ => None,
        };
        let quantities = self.lines.iter().filter_map(|line| {
            let rule = parse_quantity(&line.quantity, line.quantity_decimals).err()?;
            Some(Problem { field: Field::Quantity(line.id), rule })
        });
        count.map(|rule| Problem { field: Field::Lines, rule }).into_iter().chain(quantities).collect()
    }

    /// Turns what was typed into an order that may be sent, or names every problem.
    pub fn parse(&self, terms: Terms, today: Date) -> Result<NewOrder, Vec<Problem>> {
        let mut problems = self.information_problems(today);
        problems.extend(self.line_problems());
        let requested = self.requested.parse::<Date>();
        let (true, Ok(requested)) = (problems.is_empty(), requested) else {
            return Err(problems);
        };
        let lines = self.lines.iter().filter_map(|line| {
            let quantity = parse_quantity(&line.quantity, line.quantity_decimals).ok()?;
            Some(NewLine { id: line.id, product: line.product, quantity, unit: line.unit })
        });
        Ok(NewOrder {
            id: self.id,
            requested,
            requisition: self.requisition.trim().to_owned(),
            reference: self.reference.trim().to_owned(),
            deliver_to: self.deliver_to(),
            lines: lines.collect(),
            terms,
        })
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::{
        ids::{AccountId, CompanyId, CurrencyId, PriceListId},
        product::Pricing,
    };

    pub(crate) fn id<T: std::str::FromStr<Err = crate::ids::NotAnId>>(last: u8) -> T {
        format!("00000000-0000-0000-0000-0000000000{last:02x}").parse().ok().unwrap()
    }

    pub(crate) fn terms() -> Terms {
        Terms {
            contact: id::<ContactId>(1),
            customer: id::<AccountId>(2),
            invoice_customer: id::<AccountId>(3),
            company: id::<CompanyId>(4),
            pricing: Pricing { list: id::<PriceListId>(5), currency: id::<CurrencyId>(6) },
            language: Some(192_350_015),
        }
    }

    pub(crate) fn draft() -> Draft {
        let address = Address {
            name: "Save-a-lot Markets".into(),
            street: "187 Suffolk Ln.".into(),
            city: "Boise".into(),
            state: "ID".into(),
            postal_code: "83720".into(),
            country: "USA".into(),
        };
        let line = |last, quantity: &str| DraftLine {
            id: id(last),
            product: id(40),
            number: "0001".into(),
            name: "Chai".into(),
            quantity: quantity.into(),
            quantity_decimals: 0,
            unit: id(50),
            unit_name: "Unit".into(),
            price: "18.00".into(),
        };
        Draft {
            requested: "2026-12-01".into(),
            requisition: " PO-7 ".into(),
            lines: vec![line(20, "3"), line(21, "2")],
            ..Draft::new(id(10), id(1), address)
        }
    }

    pub(crate) fn today() -> Date {
        Date::new(2026, 11, 21).unwrap()
    }

    #[test]
    fn a_good_draft_becomes_an_order_with_the_draft_s_key() {
        let order = draft().parse(terms(), today()).unwrap();
        assert_eq!(order.id(), draft().id);
        assert_eq!(
            order.requisition, "PO-7",
            "blanks around are trimmed when it is sent, not while it is typed"
        );
    }

    #[test]
    fn every_problem_is_named_in_one_go() {
        let mut bad = draft();
        bad.requested = "2026-11-20".into();
        bad.requisition = "x".repeat(21);
        bad.city = "  ".into();
        bad.lines[1].quantity = "-1".into();
        let problems = bad.parse(terms(), today()).unwrap_err();
        let expected = [
            (Field::Requested, Rule::InThePast),
            (Field::Requisition, Rule::TooLong(20)),
            (Field::City, Rule::Required),
            (Field::Quantity(bad.lines[1].id), Rule::NotPositive),
        ];
        assert_eq!(problems, expected.map(|(field, rule)| Problem { field, rule }));
    }

    #[test]
    fn an_order_without_lines_is_none() {
        let empty = Draft { lines: Vec::new(), ..draft() };
        assert_eq!(empty.line_problems(), [Problem { field: Field::Lines, rule: Rule::Required }]);
    }

    #[test]
    fn an_estimate_is_exact_and_absent_when_a_price_is() {
        assert_eq!(draft().estimate().unwrap().to_string(), "90.00");
        let mut unpriced = draft();
        unpriced.lines[0].price.clear();
        assert_eq!(unpriced.estimate(), None);
    }

    #[test]
    fn a_draft_is_kept_and_found_again_as_it_was() {
        let kept = serde_json::to_string(&draft()).unwrap();
        assert_eq!(serde_json::from_str::<Draft>(&kept).unwrap(), draft());
    }
}
