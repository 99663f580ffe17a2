//! What is wrong with a draft: which field, and which rule. The sentence is chosen where the field is shown.

use crate::ids::LineId;

/// A field of the order form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The day on which the customer wants to have it.
    Requested,
    /// The customer's own number.
    Requisition,
    /// The customer's free reference.
    Reference,
    /// Who receives it.
    Name,
    /// Street with number.
    Street,
    /// City.
    City,
    /// State or province.
    State,
    /// Postal code.
    PostalCode,
    /// Country.
    Country,
    /// The lines as a whole.
    Lines,
    /// The quantity of one line.
    Quantity(LineId),
}

/// A rule that a field breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// It must not be empty.
    Required,
    /// It is longer than this many characters.
    TooLong(usize),
    /// It is not a day of the calendar.
    NotADate,
    /// It is a day that has passed.
    InThePast,
    /// It is not a number.
    NotANumber,
    /// It is zero or less.
    NotPositive,
    /// It has more than this many decimals.
    TooPrecise(u32),
    /// It is more than this many.
    TooMany(usize),
    /// The supplier's system refused it.
    Refused,
}

/// A field and the rule that it breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field.
    pub field: Field,
    /// The rule.
    pub rule: Rule,
}

impl Field {
    /// The columns that fields are sent in, for landing a refusal on its field.
    const COLUMNS: [(&'static str, Self); 10] = [
        ("msdyn_requestedreceiptdate", Self::Requested),
        ("msdyn_customerrequisitionnumber", Self::Requisition),
        ("msdyn_customersorderreference", Self::Reference),
        ("shipto_name", Self::Name),
        ("shipto_line1", Self::Street),
        ("shipto_city", Self::City),
        ("shipto_stateorprovince", Self::State),
        ("shipto_postalcode", Self::PostalCode),
        ("shipto_country", Self::Country),
        ("quantity", Self::Lines),
    ];

    /// The field that a refusal speaks of: the endpoint names the column in its message.
    pub fn of_refusal(message: &str) -> Option<Self> {
        let words = message.split(|c: char| !c.is_alphanumeric() && c != '_');
        words.into_iter().find_map(|word| {
            Self::COLUMNS
                .iter()
                .find(|(column, _)| word.eq_ignore_ascii_case(column))
                .map(|(_, field)| *field)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_lands_on_the_field_whose_column_it_names() {
        assert_eq!(
            Field::of_refusal("Attribute 'shipto_city' is longer than 80 characters."),
            Some(Field::City)
        );
        assert_eq!(Field::of_refusal("The value of quantity must be positive."), Some(Field::Lines));
        assert_eq!(Field::of_refusal("An unexpected error occurred while processing the request."), None);
    }
}
