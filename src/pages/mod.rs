//! One module per page, named as the page is on screen. A page asks for what it shows, arranges components, and owns the
//! parts that nobody else needs. Pages never use each other.

pub mod account;
pub mod home;
pub mod new_order;
pub mod not_found;
pub mod order;
pub mod orders;
pub mod sign_in;
