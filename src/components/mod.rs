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
mod notice;
mod order_table;
mod outcome;
mod page_header;
mod sign_in_form;
mod value;

pub use address::address_lines;
pub use badge::{badge, status_badge};
pub use button::button;
pub use fact::{fact, facts_card};
pub use failure::failure;
pub use field::{Field, problem_id, problem_text};
pub use frame::{brand, frame};
pub use icon::{Icon, icon};
pub use notice::{Tone, notice};
pub use order_table::{Sorting, name_of, order_table, order_table_skeleton};
pub use outcome::{Drawing, outcome};
pub use page_header::{HEADING, PageHeader, new_order_link};
pub use sign_in_form::{Attempt, SignInTrouble, sign_in_form};
pub use value::{amount, amount_or_dash, day, day_or_dash, or_dash, pending};
