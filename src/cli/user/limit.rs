//! `tandem user limit`: how much the program behind an API credential may ask for. Nothing is limited at first.

use super::{InDatabase, refused};
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use crate::server::operations::people::thresholds::ThresholdChange;
use clap::{Args, ValueEnum};
use std::num::NonZeroU32;

/// Which program, and its limits.
#[derive(Debug, Args)]
pub struct LimitArguments {
    /// The API user's name, as in monitoring.api
    user_name: String,
    /// Requests in an hour, or off
    #[arg(long, value_name = "COUNT|off", value_parser = limit)]
    hourly: Option<Limit>,
    /// Requests to one entity at the same time, or off; Autotask takes 3
    #[arg(long, value_name = "COUNT|off", value_parser = limit)]
    at_once: Option<Limit>,
    /// Whether answers come half a second later from half the hour's allowance on, and a second from three quarters on
    #[arg(long, value_name = "on|off")]
    delay: Option<Switch>,
    #[command(flatten)]
    database: InDatabase,
}

/// A count, or none.
#[derive(Clone, Copy, Debug)]
struct Limit(Option<NonZeroU32>);

/// Whether something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Switch {
    On,
    Off,
}

const OFF: &str = "off";

fn limit(text: &str) -> Result<Limit, String> {
    match text {
        OFF => Ok(Limit(None)),
        text => text
            .parse()
            .map(|count| Limit(Some(count)))
            .map_err(|_| format!("take a whole number above 0, or {OFF}")),
    }
}

pub(super) async fn run(context: &mut Context<'_>, arguments: LimitArguments) -> Ended {
    let operations = arguments.database.open_existing(context)?;
    let change = ThresholdChange {
        hourly: arguments.hourly.map(|limit| limit.0),
        at_once: arguments.at_once.map(|limit| limit.0),
        is_delayed: arguments.delay.map(|switch| switch == Switch::On),
    };
    let limits = operations.limit_credential(arguments.user_name, change).await;
    let limits = limits.map_err(|error| refused(context, &error))?;
    let count = |limit: Option<NonZeroU32>| limit.map_or_else(|| OFF.to_owned(), |limit| limit.to_string());
    writeln!(context.out, "hourly: {}", count(limits.hourly))?;
    writeln!(context.out, "at-once: {}", count(limits.at_once))?;
    writeln!(context.out, "delay: {}", if limits.is_delayed { "on" } else { OFF })?;
    Ok(())
}
