//! `tandem user create`.

use super::{InDatabase, level, refused};
use crate::base::ids::CompanyId;
use crate::cli::context::Context;
use crate::cli::failure::{Ended, Exit, Failure};
use crate::domain::{SecurityLevel, Side};
use crate::entities::COMPANY;
use crate::query::Filter;
use crate::server::operations::Operations;
use crate::server::operations::people::{NewContact, NewPortalUser, NewResource};
use crate::server::store::{StoreError, rows};
use clap::Args;

const EXAMPLES: &str = "\
Examples:
  tandem user create maria.keller --level provider_admin --name 'Maria Keller' --database sqlite:desk.db
  tandem user create tom.reyes --level taskfire_administrator --company Acme --database sqlite:desk.db
  printf '%s\\n' \"$PASSWORD\" | tandem user create …      the password from standard input

Levels: provider_admin, provider_tech; with --company also taskfire_administrator, taskfire_resource (where Taskfire is
on), portal_manager, portal_advanced, portal_basic.";

/// Whom to make.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct CreateArguments {
    /// The name to sign in with
    user_name: String,
    /// What the person may do
    #[arg(long, value_parser = level)]
    level: SecurityLevel,
    /// First and last name; made from the user name if left out
    #[arg(long)]
    name: Option<String>,
    /// Where mail goes
    #[arg(long, default_value = "")]
    email: String,
    /// For a client's person: the client's name
    #[arg(long)]
    company: Option<String>,
    #[command(flatten)]
    database: InDatabase,
}

pub(super) async fn run(context: &mut Context<'_>, arguments: CreateArguments) -> Ended {
    let operations = arguments.database.open(context)?;
    let password = context.new_password(&arguments.user_name)?;
    let (first_name, last_name) = names(&arguments);
    let made = match arguments.level.side() {
        Side::Autotask => {
            let new = NewResource {
                user_name: arguments.user_name.clone(),
                first_name,
                last_name,
                email: arguments.email.clone(),
                level: arguments.level,
                password: Some(password),
            };
            operations.create_resource(new).await.map(drop)
        }
        Side::Taskfire => {
            let new = NewContact {
                company: company(context, &operations, arguments.company.as_deref()).await?,
                first_name,
                last_name,
                email: arguments.email.clone(),
                phone: None,
                portal: Some(NewPortalUser {
                    user_name: arguments.user_name.clone(),
                    level: arguments.level,
                    password: Some(password),
                }),
            };
            operations.create_contact(new).await.map(drop)
        }
    };
    made.map_err(|error| refused(context, &error))?;
    let said = context.say("user-created", &[("name", arguments.user_name.into())]);
    writeln!(context.out, "{said}")?;
    Ok(())
}

/// First and last name: as given, or from a user name like `maria.keller`.
fn names(arguments: &CreateArguments) -> (String, String) {
    let full = arguments.name.clone().unwrap_or_else(|| {
        let part = |part: &str| {
            let mut letters = part.chars();
            letters
                .next()
                .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        };
        let parts: Vec<String> = arguments.user_name.split(['.', '_', '-']).map(part).collect();
        parts.join(" ")
    });
    match full.trim().rsplit_once(' ') {
        Some((first, last)) => (first.trim().to_owned(), last.to_owned()),
        None => (full.trim().to_owned(), String::new()),
    }
}

async fn company(context: &Context<'_>, operations: &Operations, name: Option<&str>) -> Ended<CompanyId> {
    let Some(name) = name else {
        return Err(Failure::new(Exit::Usage, context.text("user-needs-company")));
    };
    let filter = Filter::eq(&COMPANY, "companyName", name).map_err(|error| Failure::of(&error))?;
    let found = operations.read(move |connection| rows::find(connection, &filter).map_err(StoreError::into));
    let found = found.await.map_err(|error| refused(context, &error))?;
    match found.first() {
        Some(company) => Ok(CompanyId(company.id())),
        None => Err(Failure::new(
            Exit::NotFound,
            context.say("company-not-found", &[("name", name.into())]),
        )),
    }
}
