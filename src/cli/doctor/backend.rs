//! The backend: the configured server with proxy, certificate, clock and session, or the embedded desk's files.

use super::{Findings, Words};
use crate::base::Storage;
use crate::base::{Clock, web_address};
use crate::cli::connection::way;
use crate::cli::embedded::Places;
use crate::cli::failure::Ended;
use crate::cli::local_copy;
use crate::cli::session::{EMBEDDED, SessionFile};
use crate::config::Settings;
use crate::remote::{Client, Remote, RemoteError};
use crate::replica::Replica;
use crate::sentences::Spoken;
use crate::wire::ext::session::Health;
use std::path::Path;
use std::time::Duration;

/// A clock that differs by more than so many seconds is wrong.
const TOLERATED: i64 = 60;
/// How long a proxy may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);

pub(super) async fn check(
    findings: &mut Findings<'_>,
    words: &Words<'_>,
    settings: &Settings,
    clock: &dyn Clock,
) -> Ended {
    match &settings.server.url {
        None => {
            embedded(findings, words, settings)?;
            copy(findings, words, settings, EMBEDDED)
        }
        Some(url) => {
            server(findings, words, settings, url, clock).await?;
            copy(findings, words, settings, url)
        }
    }
}

async fn server(
    findings: &mut Findings<'_>,
    words: &Words<'_>,
    settings: &Settings,
    url: &str,
    clock: &dyn Clock,
) -> Ended {
    let client = match Client::new(&way(settings, Spoken::new(words.sentences.clone()))) {
        Ok(client) => client,
        Err(error) => return findings.wrong(&error.said(words.sentences)),
    };
    let shown = &web_address::shown(url);
    if let Some(proxy) = &settings.server.proxy
        && !proxy_answers(findings, words, proxy).await?
    {
        // What lies behind it can't be seen from here.
        return Ok(());
    }
    if let Some(file) = &settings.server.ca_file {
        findings.ok(&words.say("doctor-authority", &[("file", file.display().to_string().into())]))?;
    }
    if is_plaintext_beyond_this_host(url) {
        findings.wrong(&words.say("doctor-plaintext", &[("server", shown.as_str().into())]))?;
    }
    let remote = Remote::new(client, url);
    match remote.health().await {
        Ok(health) => {
            answering(findings, words, shown, &health)?;
            clocks(findings, words, &health, clock)?;
            session(findings, words, settings, remote, url).await
        }
        Err(error) => unreached(findings, words, shown, &error),
    }
}

/// Whether somebody listens where the proxy should be.
async fn proxy_answers(findings: &mut Findings<'_>, words: &Words<'_>, proxy: &str) -> Ended<bool> {
    let shown = web_address::shown(proxy);
    let reached = async {
        let url = reqwest::Url::parse(proxy).map_err(std::io::Error::other)?;
        let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
        let port = url.port_or_known_default().unwrap_or_default();
        tokio::net::TcpStream::connect((host, port)).await
    };
    let reason = match tokio::time::timeout(PATIENCE, reached).await {
        Ok(Ok(_)) => {
            findings.ok(&words.say("doctor-proxy", &[("proxy", shown.into())]))?;
            return Ok(true);
        }
        Ok(Err(error)) => error.to_string(),
        Err(elapsed) => elapsed.to_string(),
    };
    let arguments = [("proxy", shown.into()), ("reason", reason.into())];
    findings.wrong(&words.say("doctor-proxy-dead", &arguments))?;
    Ok(false)
}

fn answering(findings: &mut Findings<'_>, words: &Words<'_>, url: &str, health: &Health) -> Ended {
    let arguments = [
        ("server", url.into()),
        ("name", health.instance_name.as_str().into()),
        ("version", health.version.as_str().into()),
        ("own", env!("CARGO_PKG_VERSION").into()),
    ];
    findings.ok(&words.say("doctor-server", &arguments))
}

/// Whether the server is reached, and if not, at which step it ends.
fn unreached(findings: &mut Findings<'_>, words: &Words<'_>, url: &str, error: &RemoteError) -> Ended {
    let reason = match error {
        RemoteError::Unreachable(reason) | RemoteError::TimedOut(reason) | RemoteError::Broken(reason) => {
            reason.clone()
        }
        error => error.said(words.sentences),
    };
    let lower = reason.to_lowercase();
    let key = if lower.contains("certificate") {
        "doctor-certificate"
    } else if lower.contains("dns") || lower.contains("resolve") || lower.contains("lookup") {
        "doctor-name"
    } else if lower.contains("proxy") || lower.contains("tunnel") {
        "doctor-proxy-wrong"
    } else {
        "doctor-server-wrong"
    };
    findings.wrong(&words.say(key, &[("server", url.into()), ("reason", reason.into())]))
}

fn clocks(findings: &mut Findings<'_>, words: &Words<'_>, health: &Health, clock: &dyn Clock) -> Ended {
    let seconds = (clock.now().millis() - health.now.millis()) / 1000;
    let arguments = [("seconds", seconds.abs().into())];
    if seconds.abs() <= TOLERATED {
        return findings.ok(&words.say("doctor-clock", &arguments));
    }
    let key = if seconds > 0 {
        "doctor-clock-fast"
    } else {
        "doctor-clock-slow"
    };
    findings.wrong(&words.say(key, &arguments))
}

async fn session(
    findings: &mut Findings<'_>,
    words: &Words<'_>,
    settings: &Settings,
    remote: Remote,
    url: &str,
) -> Ended {
    let Some(remembered) = SessionFile::of(&settings.paths, url).read() else {
        let server = web_address::shown(url);
        return findings.wrong(&words.say("doctor-session-none", &[("server", server.into())]));
    };
    let name = [
        ("name", remembered.me.user_name.as_str().into()),
        ("server", web_address::shown(url).into()),
    ];
    match remote.signed_in(remembered.token.clone()).me().await {
        Ok(_) => findings.ok(&words.say("doctor-session", &name)),
        Err(_) => findings.wrong(&words.say("doctor-session-over", &name)),
    }
}

/// Whether passwords would travel unencrypted to another host.
fn is_plaintext_beyond_this_host(url: &str) -> bool {
    url.starts_with("http://") && !web_address::is_loopback(url)
}

fn embedded(findings: &mut Findings<'_>, words: &Words<'_>, settings: &Settings) -> Ended {
    let places = Places::of(&settings.paths);
    let arguments = [("file", places.database.display().to_string().into())];
    if !places.database.exists() {
        return findings.ok(&words.say("doctor-desk-none", &arguments));
    }
    match integrity(&places.database) {
        Ok(said) if said == "ok" => findings.ok(&words.say("doctor-desk", &arguments)),
        Ok(said) => broken(findings, words, &places.database, said),
        Err(error) => broken(findings, words, &places.database, error.to_string()),
    }
}

fn broken(findings: &mut Findings<'_>, words: &Words<'_>, file: &Path, reason: String) -> Ended {
    let arguments = [("file", file.display().to_string().into()), ("reason", reason.into())];
    findings.wrong(&words.say("doctor-desk-wrong", &arguments))
}

/// What SQLite says of a file that it only reads.
fn integrity(file: &Path) -> rusqlite::Result<String> {
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
    let connection = rusqlite::Connection::open_with_flags(file, flags)?;
    connection.query_row("PRAGMA quick_check", [], |row| row.get(0))
}

/// The local copy of whoever is signed in, and what it holds that was never sent.
fn copy(findings: &mut Findings<'_>, words: &Words<'_>, settings: &Settings, server: &str) -> Ended {
    let Some(remembered) = SessionFile::of(&settings.paths, server).read() else {
        return Ok(());
    };
    let file = local_copy::file(&settings.paths, server, &remembered.me.user_name);
    if !file.exists() {
        return Ok(());
    }
    let name = file.display().to_string();
    let counted = Replica::open(&file).and_then(|replica| Ok((replica.storage(), replica.count_unsent()?)));
    match counted {
        Ok((storage, (unsent, stopped))) => {
            if storage == Storage::Network {
                findings.ok(&words.say("doctor-copy-network", &[("file", name.as_str().into())]))?;
            }
            let arguments = [
                ("file", name.as_str().into()),
                ("unsent", unsent.into()),
                ("stopped", stopped.into()),
            ];
            findings.ok(&words.say("doctor-copy", &arguments))
        }
        Err(error) => {
            let arguments = [("file", name.into()), ("reason", error.said(words.sentences).into())];
            let key = match error.is_damaged() {
                true => "doctor-copy-damaged",
                false => "doctor-copy-wrong",
            };
            findings.wrong(&words.say(key, &arguments))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_http_to_another_host_is_a_danger() {
        for (url, danger) in [
            ("https://desk.example", false),
            ("http://localhost:8080", false),
            ("http://127.0.0.1:8080/x", false),
            ("http://[::1]:8080", false),
            ("http://desk.example", true),
            ("http://10.0.0.7:8080", true),
        ] {
            assert_eq!(is_plaintext_beyond_this_host(url), danger, "{url}");
        }
    }
}
