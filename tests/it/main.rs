//! The one integration binary: what is proven from outside.

mod console;
mod floors;
