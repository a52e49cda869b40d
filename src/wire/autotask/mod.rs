//! Autotask's REST contract, version 1.0, as this server keeps it: addresses, answers, pages, field information. Which
//! entities and fields there are stands in the entity tables alone.

pub mod address;
pub mod answer;
pub mod callout;
pub mod information;
pub mod lenient;
pub mod page;
pub mod paging;
pub mod service;

pub use address::{Address, Place, Verb};
pub use page::{Page, PageDetails};
pub use paging::{Edge, PagingToken};
