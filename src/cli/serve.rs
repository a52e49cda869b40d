//! `tandem serve`: the backend by itself, for many consoles.

use super::context::Context;
use super::database::DatabaseAddress;
use super::failure::{Ended, Exit, Failure};
use super::progress;
use crate::base::{Secret, Zone};
use crate::server::demo::{self, DemoError};
use crate::server::destinations::Destination;
use crate::server::operations::{OperationError, Operations};
use crate::server::store::{Instance, seed};
use crate::server::{Plaintext, RunningServer, Server, Settings, Tls};
use clap::Args;
use std::io::IsTerminal as _;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::signal::unix::{SignalKind, signal};

const EXAMPLES: &str = "\
Examples:
  tandem serve --listen 127.0.0.1:8080 --database sqlite:desk.db
  tandem serve --listen 0.0.0.0:8443 --database sqlite:/srv/tandem/desk.db \\
      --certificate chain.pem --key key.pem --provider 'Northwind Managed IT' --time-zone Europe/London

The first administrator of a new database is made beside it, while it serves or before:
  tandem user create maria.keller --level provider_admin --database sqlite:desk.db

SIGTERM and Ctrl-C stop it gracefully: what has begun is answered, feeds are closed with their place.";

/// Where and what to serve.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct ServeArguments {
    /// Address and port to listen on; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: SocketAddr,
    /// The database; made if missing
    #[arg(long, value_name = "sqlite:FILE")]
    database: DatabaseAddress,
    /// Fill a new database with the demo desk
    #[arg(long)]
    demo: bool,
    /// The certificate chain for HTTPS, in PEM form
    #[arg(long, value_name = "FILE", requires = "key")]
    certificate: Option<PathBuf>,
    /// The certificate's private key, in PEM form
    #[arg(long, value_name = "FILE", requires = "certificate")]
    key: Option<PathBuf>,
    /// Serve other hosts without encryption: only behind something that encrypts
    #[arg(long)]
    allow_plaintext: bool,
    /// For a new database: what the provider is called, else Service provider
    #[arg(long, value_name = "NAME", conflicts_with = "demo")]
    provider: Option<String>,
    /// For a new database: the time zone in which the provider's days begin, else UTC
    #[arg(long, value_name = "ZONE", conflicts_with = "demo")]
    time_zone: Option<Zone>,
    /// Where webhooks may send to: public (any public address over https), nothing, or scheme, host and port of an
    /// address that is allowed wherever it leads, like http://10.0.0.7:8080; can be given several times, else public
    #[arg(long, value_name = "DESTINATION")]
    webhooks_to: Vec<Destination>,
    /// What to log on the error output: error, warn, info, debug, or a filter like tandem=debug
    #[arg(long, value_name = "LEVEL", default_value = "info,refinery_core=warn")]
    log: String,
}

/// Serves until a signal ends it.
///
/// # Errors
/// When it can't start.
pub async fn run(context: &mut Context<'_>, arguments: ServeArguments) -> Ended {
    start_log(context, &arguments.log)?;
    let mut settings = settings(context, &arguments)?;
    settings.clock = Arc::clone(&context.clock);
    let scheme = if settings.tls.is_some() { "https" } else { "http" };
    let database = settings.database.clone();
    let server = Server::start(settings).await;
    let server = server.map_err(|error| Failure::new(Exit::Failed, error.said(&context.sentences)))?;
    let signals = stop_signals();
    prepare(context, &server, arguments.demo, &database).await?;
    say_what_stays(context, &server, &arguments).await?;
    let address = format!("{scheme}://{}", server.address());
    writeln!(
        context.out,
        "{}",
        context.say("serve-listening", &[("address", address.into())])
    )?;
    context.out.flush()?;
    signals?.await;
    server.stop().await;
    Ok(())
}

fn settings(context: &Context<'_>, arguments: &ServeArguments) -> Ended<Settings> {
    let provider = arguments.provider.clone();
    let provider = provider.unwrap_or_else(|| context.text("provider-unnamed"));
    let mut settings = Settings::new(arguments.database.0.clone(), arguments.listen, &provider);
    settings.instance = if arguments.demo {
        demo::instance().map_err(|error| of_demo(context, &error))?
    } else {
        Instance {
            name: provider,
            zone: arguments.time_zone.clone().unwrap_or(Zone::UTC),
        }
    };
    settings.destinations = arguments.webhooks_to.clone().into();
    if arguments.allow_plaintext {
        settings.plaintext = Plaintext::Anywhere;
    }
    settings.tls = match (&arguments.certificate, &arguments.key) {
        (Some(certificate), Some(key)) => Some(Tls {
            certificate: certificate.clone(),
            key: key.clone(),
        }),
        _ => None,
    };
    Ok(settings)
}

/// Says that a database which was there before keeps its provider and its time zone, where others are asked for.
async fn say_what_stays(context: &mut Context<'_>, server: &RunningServer, arguments: &ServeArguments) -> Ended {
    let operations = server.operations();
    let now = operations.now();
    let kept = operations
        .read(move |connection| Ok(seed::instance(connection, now)?))
        .await;
    let kept = kept.map_err(|error| failed(context, &error))?;
    let asks_for_another = (arguments.provider.as_ref()).is_some_and(|name| *name != kept.name)
        || (arguments.time_zone.as_ref()).is_some_and(|zone| zone.to_string() != kept.zone.to_string());
    if asks_for_another {
        let values = [("name", kept.name.into()), ("zone", kept.zone.to_string().into())];
        writeln!(context.notes, "{}", context.say("serve-desk-kept", &values))?;
    }
    Ok(())
}

/// Makes the demo desk where it is wanted, or says how the first person is made.
async fn prepare(context: &mut Context<'_>, server: &RunningServer, demo: bool, database: &std::path::Path) -> Ended {
    let empty = server
        .operations()
        .has_no_people()
        .await
        .map_err(|error| failed(context, &error))?;
    if !empty {
        return Ok(());
    }
    if demo {
        return make_demo(context, server.operations()).await;
    }
    let database = database.display().to_string();
    writeln!(
        context.notes,
        "{}",
        context.say("serve-nobody", &[("database", database.into())])
    )?;
    Ok(())
}

/// Makes the demo desk; its administrator gets a password that is shown once.
async fn make_demo(context: &mut Context<'_>, operations: &Operations) -> Ended {
    let (bar, tell) = progress::demo_bar(&context.text("demo-progress"));
    let made = operations.make_demo(tell).await;
    bar.finish_and_clear();
    made.map_err(|error| of_demo(context, &error))?;
    let name = demo::administrator().map_err(|error| of_demo(context, &error))?;
    let password = Secret::new(Secret::generate().expose().chars().take(20).collect::<String>());
    let set = operations.set_password(name.clone(), password.clone()).await;
    set.map_err(|error| failed(context, &error))?;
    let arguments = [("name", name.into()), ("password", password.expose().into())];
    writeln!(context.notes, "{}", context.say("serve-demo", &arguments))?;
    Ok(())
}

fn failed(context: &Context<'_>, error: &OperationError) -> Failure {
    Failure::new(Exit::Failed, error.said(&context.sentences))
}

fn of_demo(context: &Context<'_>, error: &DemoError) -> Failure {
    Failure::new(Exit::Failed, error.said(&context.sentences))
}

/// Ends with the first SIGTERM or Ctrl-C.
fn stop_signals() -> Ended<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

fn start_log(context: &Context<'_>, filter: &str) -> Ended {
    let filter = tracing_subscriber::EnvFilter::try_new(filter).map_err(|error| {
        let arguments = [("filter", filter.into()), ("reason", error.to_string().into())];
        Failure::new(Exit::Usage, context.say("log-filter-wrong", &arguments))
    })?;
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    log.try_init().map_err(|error| {
        let reason = [("reason", error.to_string().into())];
        Failure::new(Exit::Failed, context.say("log-not-written", &reason))
    })
}
