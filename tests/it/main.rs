//! The one integration binary: what is proven from outside.

mod api;
mod console;
mod floors;
mod support;
