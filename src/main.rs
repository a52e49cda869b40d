//! The binary `tandem`.

use clap::Parser as _;
use std::process::ExitCode;
use tandem::cli::{Arguments, run};

fn main() -> ExitCode {
    // Whatever speaks TLS later finds the provider installed; a second one is never offered.
    if rustls::crypto::ring::default_provider().install_default().is_err() {
        return ExitCode::FAILURE;
    }
    run(Arguments::parse())
}
