//! What a request is covered by: the listed item that a contract may be for, a contract that is linked by hand, or one
//! that is made in the same step (LT-13, LT-15, D-23).

use super::act::TicketArguments;
use super::find;
use crate::base::Date;
use crate::base::cells::sanitise_lines;
use crate::base::ids::{CompanyId, ContractId, ItemId, TicketId};
use crate::cli::billing::act::carry_out;
use crate::cli::billing::typed::{day, form, hours};
use crate::cli::billing::{ask, json};
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::{Ended, Exit, Failure};
use crate::cli::names::meant;
use crate::domain::contract::{Form, NewContract};
use crate::domain::creation::NewTicket;
use crate::records::administration::Administration;
use crate::records::administration::support::{ContractState, NamingQuestion};
use clap::Args;

/// What is named when the request is created.
#[derive(Clone, Debug, Args)]
pub struct Cover {
    /// The client's listed item that it is about, which a contract may be for: its ID or name
    #[arg(long, value_name = "ITEM")]
    configuration_item: Option<String>,
    /// The contract that covers it: its ID or name; else one is searched for
    #[arg(long, conflicts_with = "new_contract")]
    contract: Option<String>,
    /// Make a contract with it: per-request for it alone; subscription, time-limited or support-hours for its item
    #[arg(long, value_name = "FORM", value_parser = form)]
    new_contract: Option<Form>,
    #[command(flatten)]
    terms: Terms,
}

/// What is said of the new contract.
#[derive(Clone, Debug, Args)]
struct Terms {
    /// What the new contract is called; by its form and start where nothing is said
    #[arg(long, value_name = "NAME")]
    contract_name: Option<String>,
    /// The new contract's first day, as in 2026-12-01; today where none is said
    #[arg(long, value_name = "DAY", value_parser = day)]
    contract_start: Option<Date>,
    /// The new contract's last day; twelve months on where none is said and it needs one
    #[arg(long, value_name = "DAY", value_parser = day)]
    contract_end: Option<Date>,
    /// How many hours the new contract sells, where it is time-limited or sells hours, as in 40
    #[arg(long, value_name = "HOURS", allow_negative_numbers = true, value_parser = hours)]
    contract_hours: Option<i64>,
}

impl Terms {
    /// The contract of that form.
    ///
    /// # Errors
    /// Hours that are missing; a term of no meaning for the form.
    fn of(&self, context: &Context<'_>, form: Form) -> Ended<NewContract> {
        if form.has_minutes() && self.contract_hours.is_none() {
            return Err(context.missing("contract-hours"));
        }
        // One for a request alone runs as long as that is open.
        let has_days = form != Form::PerRequest;
        for (argument, is_said, has_meaning) in [
            ("contract-start", self.contract_start.is_some(), has_days),
            ("contract-end", self.contract_end.is_some(), has_days),
            ("contract-hours", self.contract_hours.is_some(), form.has_minutes()),
        ] {
            if is_said && !has_meaning {
                let said = context.say("argument-senseless", &[("argument", argument.into())]);
                return Err(Failure::new(Exit::Usage, said));
            }
        }
        Ok(NewContract {
            form,
            start: self.contract_start,
            end: self.contract_end,
            minutes: self.contract_hours,
            name: self.contract_name.clone(),
        })
    }

    fn are_said(&self) -> bool {
        let has_days = self.contract_start.is_some() || self.contract_end.is_some();
        has_days || self.contract_name.is_some() || self.contract_hours.is_some()
    }
}

impl Cover {
    /// The request with what was named of it.
    ///
    /// # Errors
    /// An option that is missing or of no meaning here; a name that means nothing at the client, or several.
    pub(super) async fn over(
        &self,
        context: &Context<'_>,
        connection: &Connection,
        request: NewTicket,
    ) -> Ended<NewTicket> {
        let new_contract = self.new_contract(context)?;
        let (item, contract) = self.named(context, connection, request.company).await?;
        Ok(NewTicket {
            configuration_item: item,
            contract,
            new_contract,
            ..request
        })
    }

    fn new_contract(&self, context: &Context<'_>) -> Ended<Option<NewContract>> {
        match self.new_contract {
            None if self.terms.are_said() => Err(context.missing("new-contract")),
            None => Ok(None),
            Some(form) if form != Form::PerRequest && self.configuration_item.is_none() => {
                Err(context.missing("configuration-item"))
            }
            Some(form) => self.terms.of(context, form).map(Some),
        }
    }

    /// Item and contract among what a request of the client can name.
    async fn named(
        &self,
        context: &Context<'_>,
        connection: &Connection,
        company: CompanyId,
    ) -> Ended<(Option<ItemId>, Option<ContractId>)> {
        if self.configuration_item.is_none() && self.contract.is_none() {
            return Ok((None, None));
        }
        let question = NamingQuestion {
            company,
            contact: None,
            item: None,
        };
        let naming = ask::naming(connection, question).await?;
        let items = naming.items.iter().map(|item| (item.id, item.name.as_str()));
        let contracts = naming.contracts.iter();
        let contracts = contracts.map(|contract| (contract.id.0, contract.name.as_str()));
        let item = one(context, items.collect(), self.configuration_item.as_deref())?;
        let contract = one(context, contracts.collect(), self.contract.as_deref())?;
        Ok((item.map(ItemId), contract.map(ContractId)))
    }
}

/// A contract for a ticket that is there, which can't be reopened or moved for want of one (D-27).
#[derive(Debug, Args)]
pub struct CoverArguments {
    #[command(flatten)]
    ticket: TicketArguments,
    /// per-request for it alone; subscription, time-limited or support-hours for its item
    #[arg(value_name = "FORM", value_parser = form)]
    new_contract: Form,
    #[command(flatten)]
    terms: Terms,
}

pub(super) async fn run(context: &mut Context<'_>, connection: &Connection, arguments: CoverArguments) -> Ended {
    let wanted = arguments.terms.of(context, arguments.new_contract)?;
    let ticket = find::ticket(context, connection, &arguments.ticket.number).await?;
    let key = arguments.ticket.key.map_or_else(|| context.ids.change(), |key| key.id);
    let act = Administration::CoverRequest(TicketId(ticket.id()), wanted);
    let made: ContractState = carry_out(context, connection, key, &act, "change-unanswered").await?;
    if arguments.ticket.form.json {
        return json(context.out, &made);
    }
    let said = context.say("ticket-covered", &[("contract", made.name.as_str().into())]);
    writeln!(context.out, "{}", sanitise_lines(&said))?;
    Ok(())
}

/// The one that a name or an ID means. An ID needs not be among them: they are only as many as a list shows, and the
/// server says whether it may be named.
fn one(context: &Context<'_>, all: Vec<(i64, &str)>, text: Option<&str>) -> Ended<Option<i64>> {
    let Some(text) = text else { return Ok(None) };
    let id = text.trim().trim_start_matches('#').parse::<i64>().ok();
    match id.filter(|_| all.iter().all(|(_, name)| *name != text.trim())) {
        Some(id) => Ok(Some(id)),
        None => meant(context, &all, |(_, name)| name, text).map(|(id, _)| Some(*id)),
    }
}
