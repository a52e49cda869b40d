//! The integration tests, one binary: real parts, no sleeping, names that are sentences.

mod console;
