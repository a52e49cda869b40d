//! Tandem: a keyboard console and a backend for a helpdesk that a service provider (Autotask) and its client's own
//! IT staff (Taskfire) share. The modules below are floors: each imports only from floors above it in this list
//! (`tests/it/floors.rs` keeps that).

// 0: ids, clock, time stamps, secrets, terminal cells.
pub mod base;
// 1: what a shared helpdesk is: pure rules.
pub mod domain;
// 1: one field table per entity of the wire.
pub mod entities;
// 1: the texts of `assets/text`.
pub mod sentences;
// 2: the filter language: tree, Autotask's JSON, what people type, SQL, evaluation.
pub mod query;
// 2: the bridge between rows of the entity tables and the domain's types.
pub mod records;
// 2: settings and paths.
pub mod config;
// 3: the HTTP contract: bodies, pages, problems.
pub mod wire;
// 4: the HTTP client.
pub mod remote;
// 4: the backend.
pub mod server;
// 4: this machine's copy: mirror, outbox, drafts.
pub mod replica;
// 5: joins copy and server: pulls and pushes.
pub mod sync;
// 5: a file's rows through a mapping to the server.
pub mod import;
// 5: what somebody sees, as such a file.
pub mod export;
// 6: the console.
pub mod tui;
// 7: the command line, where console, copy, backend and network meet.
pub mod cli;
