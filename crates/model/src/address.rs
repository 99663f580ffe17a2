//! Postal addresses, as orders and accounts carry them.

/// A postal address; every part may be missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Address {
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
    /// Country, in the words of the ERP.
    pub country: String,
}

impl Address {
    /// The lines to print on an envelope, without empty ones.
    pub fn lines(&self) -> Vec<String> {
        let place = join(&[&self.postal_code, &self.city, &self.state], " ");
        [self.name.clone(), self.street.clone(), place, self.country.clone()]
            .into_iter()
            .filter(|line| !line.is_empty())
            .collect()
    }
}

fn join(parts: &[&str], between: &str) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_parts_leave_no_gap() {
        let address = Address { city: "Reims".into(), postal_code: "51100".into(), ..Address::default() };
        assert_eq!(address.lines(), ["51100 Reims"]);
        assert!(Address::default().lines().is_empty());
    }
}
