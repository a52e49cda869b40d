//! Billing in words, rows and papers: what several pages say of contracts, lines and amounts, said in one way.

pub mod automation;
pub mod chart;
pub mod contract_facts;
pub mod contract_form;
pub mod contract_settings;
pub mod coverage;
pub mod events;
pub mod naming;
pub mod papers;
pub mod service_form;
pub mod standing;
pub mod statement;
pub mod typed;
pub mod words;
