//! What an administrator may set in `public/portal.json`, read when the portal starts.

use portal_model::new_order::Bindings;
use serde::Deserialize;

/// The configuration. Everything but the brand's name has a default.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Config {
    /// Who runs the portal.
    pub brand: Brand,
    /// Where the endpoint is: the address before `/_api`, empty for the portal's own host.
    #[serde(default)]
    pub endpoint: String,
    /// The languages to choose from; the first is the default.
    pub languages: Vec<Language>,
    /// How many orders a page of the list holds.
    #[serde(default = "default_page_size")]
    pub page_size: u32,
    /// The countries that orders can be shipped to.
    #[serde(default)]
    pub countries: Vec<Country>,
    /// The names under which rows are bound.
    #[serde(default)]
    pub bindings: Bindings,
    /// How people sign in.
    #[serde(default)]
    pub sign_in: SignIn,
    /// Whom to ask.
    #[serde(default)]
    pub support: Support,
}

/// Who runs the portal.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Brand {
    /// The name, shown in the frame and in page titles.
    pub name: String,
    /// The address of a picture; without one, the name's first letter is drawn.
    #[serde(default)]
    pub logo: Option<String>,
}

/// A language of the portal.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// The tag, as in `locales/<tag>.json`.
    pub code: String,
    /// Its name in itself.
    pub name: String,
}

/// A country that orders can be shipped to.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// The text that the ERP knows it by.
    pub value: String,
    /// The ISO 3166 code, by which the browser names it in the reader's language.
    pub code: String,
}

/// How people sign in.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// Whether e-mail and password are offered.
    #[serde(default = "yes")]
    pub local: bool,
    /// The identity providers that are offered.
    #[serde(default)]
    pub providers: Vec<Provider>,
}

/// An identity provider of the site.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// What the button says.
    pub label: String,
    /// The provider's name in the site's settings, for example `https://login.windows.net/<tenant>/`.
    pub provider: String,
}

/// Whom to ask.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// An e-mail address.
    #[serde(default)]
    pub email: Option<String>,
    /// A telephone number.
    #[serde(default)]
    pub telephone: Option<String>,
}

impl Default for SignIn {
    fn default() -> Self {
        Self { local: true, providers: Vec::new() }
    }
}

fn yes() -> bool {
    true
}

fn default_page_size() -> u32 {
    50
}

/// The largest page that an endpoint gives.
const LARGEST_PAGE: u32 = 5_000;

impl Config {
    /// Reads the text of `portal.json`; the error is a sentence for the administrator, with line and column where known.
    pub fn read(text: &str) -> Result<Self, String> {
        let config: Self = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if config.languages.is_empty() {
            return Err("`languages` names no language".into());
        }
        if !(1..=LARGEST_PAGE).contains(&config.page_size) {
            return Err(format!("`pageSize` must be from 1 to {LARGEST_PAGE}"));
        }
        Ok(config)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_configuration_that_is_shipped_is_right() {
        let text = include_str!("../public/portal.json");
        assert_eq!(Config::read(text).map(|config| config.page_size), Ok(50));
    }

    #[test]
    fn a_wrong_file_is_explained() {
        let check = |text: &str, expected: &str| {
            let error = Config::read(text).unwrap_err();
            assert!(error.contains(expected), "{error}");
        };
        check("{", "line 1");
        check(r#"{"brand":{"name":"x"},"languages":[]}"#, "`languages`");
        check(r#"{"brand":{"name":"x"},"languages":[{"code":"en","name":"English"}],"pageSize":0}"#, "`pageSize`");
        check(r#"{"brand":{"name":"x"},"langauges":[]}"#, "unknown field `langauges`");
    }
}
