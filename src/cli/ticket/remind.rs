//! `tandem ticket remind`: of the contract for which a request waits (LTX-04).

use super::act::TicketArguments;
use super::find;
use crate::base::cells::sanitise_lines;
use crate::base::ids::TicketId;
use crate::cli::billing::act::carry_out;
use crate::cli::billing::json;
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use crate::records::administration::Administration;
use crate::records::administration::support::ContractReminder;
use serde_json::Value as Json;

pub(super) async fn run(context: &mut Context<'_>, connection: &Connection, arguments: TicketArguments) -> Ended {
    let ticket = find::ticket(context, connection, &arguments.number).await?;
    let key = arguments.key.map_or_else(|| context.ids.change(), |key| key.id);
    let act = Administration::RemindOfContract(ContractReminder::Ticket(TicketId(ticket.id())));
    let told: Json = carry_out(context, connection, key, &act, "change-unanswered").await?;
    if arguments.form.json {
        return json(context.out, &told);
    }
    let number = ticket.text("ticketNumber").unwrap_or_default();
    let said = context.say("remind-done", &[("what", number.into())]);
    writeln!(context.out, "{}", sanitise_lines(&said))?;
    Ok(())
}
