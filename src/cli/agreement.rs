//! `tandem agreement`: further versions of the Taskfire agreement, right in the database.

use super::context::Context;
use super::failure::{Ended, Exit, Failure};
use super::user::{InDatabase, refused};
use crate::server::store::agreements::Text;
use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Example:
  tandem agreement publish agreement/3 --database sqlite:desk.db

The folder is named after the version and holds a file for each language: en.md, and for readers of other languages
de.md and es.md. The first line of a file is the day from which the version is the one to accept, like 2026-12-01; below
an empty line stands the text. A line that begins with a number and two blanks is a heading. The last two lines are what
stands beside the two boxes, each behind [ ] and a blank. Every language has the same day.
A published version never changes, and a new one switches nobody's Taskfire off.";

/// What to do with the agreement.
#[derive(Debug, Subcommand)]
pub enum AgreementCommand {
    /// Publish the next version
    Publish(PublishArguments),
}

/// Which version.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct PublishArguments {
    /// The folder with the version's texts, named after its number
    folder: PathBuf,
    #[command(flatten)]
    database: InDatabase,
}

/// Does what was asked for.
///
/// # Errors
/// Files that are no version of the agreement; a version that is there with another text, or isn't the next.
pub async fn run(context: &mut Context<'_>, command: AgreementCommand) -> Ended {
    let AgreementCommand::Publish(arguments) = command;
    let version = version(context, &arguments.folder)?;
    let texts = texts(context, &arguments.folder)?;
    let operations = arguments.database.open_existing(context)?;
    let languages: Vec<_> = texts.iter().map(|text| text.language.clone()).collect();
    let published = operations.publish_agreement(version, texts).await;
    published.map_err(|error| refused(context, &error))?;
    let arguments = [
        ("version", version.to_string().into()),
        ("languages", languages.join(", ").into()),
    ];
    writeln!(context.out, "{}", context.say("agreement-published", &arguments))?;
    Ok(())
}

fn version(context: &Context<'_>, folder: &Path) -> Ended<u32> {
    // "3/" and "./3" too.
    let name = folder
        .components()
        .next_back()
        .map(|part| part.as_os_str().to_string_lossy());
    let version = name.and_then(|name| name.parse().ok()).filter(|version| *version > 0);
    let folder = folder.display().to_string();
    version.ok_or_else(|| {
        let said = context.say("agreement-folder", &[("folder", folder.into())]);
        Failure::new(Exit::Usage, said)
    })
}

/// The texts of a folder, by language.
fn texts(context: &Context<'_>, folder: &Path) -> Ended<Vec<Text>> {
    let failed =
        |path: &Path, error: &dyn std::fmt::Display| Failure::new(Exit::Failed, format!("{}: {error}", path.display()));
    let entries = std::fs::read_dir(folder).map_err(|error| failed(folder, &error))?;
    let mut texts = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| failed(folder, &error))?.path();
        if path.extension().is_none_or(|extension| extension != "md") {
            continue;
        }
        let file = std::fs::read_to_string(&path).map_err(|error| failed(&path, &error))?;
        let language = path.file_stem().unwrap_or_default().to_string_lossy();
        let text = Text::read(&language, &file);
        texts.push(text.map_err(|error| {
            Failure::new(
                Exit::Failed,
                format!("{}:{}", path.display(), error.said(&context.sentences)),
            )
        })?);
    }
    if texts.is_empty() {
        let folder = folder.display().to_string();
        let said = context.say("agreement-no-text", &[("folder", folder.into())]);
        return Err(Failure::new(Exit::NotFound, said));
    }
    texts.sort_by(|left, right| left.language.cmp(&right.language));
    Ok(texts)
}
