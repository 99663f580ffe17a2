//! Parts that two pages or more are made of: data in, HTML out.
//!
//! Nothing here makes a request or knows a page. What only one page needs stands in that page's folder and moves here
//! when a second page wants it.

mod address;
mod badge;
mod button;
mod fact;
mod failure;
mod field;
mod frame;
mod icon;
mod key_caps;
mod letters_switch;
mod notice;
mod order_name;
mod outcome;
mod page_header;
mod scheme;
mod sign_in_form;
mod value;

pub use address::address_lines;
pub use badge::{badge, status_badge};
pub use button::button;
pub use fact::{fact, facts_card};
pub use failure::failure;
pub use field::{Field, problem_id, problem_text};
pub use frame::{brand, frame, ways};
pub use icon::{Icon, icon, sign};
pub use key_caps::{key_caps, key_name};
pub use letters_switch::letters_switch;
pub use notice::{Tone, notice};
pub use order_name::{name_of, name_or_time};
pub use outcome::{Drawing, outcome};
pub use page_header::{HEADING, PageHeader, new_order_link};
pub use scheme::Scheme;
pub use sign_in_form::{Attempt, SignInTrouble, sign_in_form};
pub use value::{amount, amount_or_dash, day, day_or_dash, or_dash, pending};
