//! The binary `tandem`.

use clap::Parser as _;
use std::process::ExitCode;
use tandem::cli::{Arguments, run};

fn main() -> ExitCode {
    // Whatever speaks TLS later finds the provider installed; a second one is never offered.
    if rustls::crypto::ring::default_provider().install_default().is_err() {
        return ExitCode::FAILURE;
    }
    let arguments = Arguments::parse();
    // Before the console takes the terminal: its own hook gives the terminal back and then calls this one.
    let hooks = color_eyre::config::HookBuilder::default().display_env_section(false);
    if hooks.install().is_err() {
        return ExitCode::FAILURE;
    }
    run(arguments)
}
