//! Webhooks (autotask-rest 10): what is sent, in which order, where to, and what becomes of what does not arrive.

mod addresses;
mod delivery;
mod encrypted;
mod payloads;
mod receiver;
mod restart;
mod routes;
