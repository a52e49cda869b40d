//! The state before: companies, statuses, the ticket where `given` says it is. Acts bring it about wherever acts can.

use super::form::{Given, SideGiven, StatusGiven, TicketGiven};
use super::labels;
use super::onboarding;
use super::people::{Member, side_of};
use super::world::{World, told};
use tandem::base::ids::CompanyId;
use tandem::domain::creation::NewTicket;
use tandem::domain::{Act, Person, SecurityLevel, Side, StatusKind};
use tandem::entities::{Row, STATUS, TICKET};
use tandem::server::operations::OperationError;
use tandem::server::store::rows;

/// Brings the world into the state that a case starts from.
///
/// # Errors
/// A state that can't be reached.
pub async fn given(world: &mut World, given: &Given) -> Result<(), String> {
    statuses(world, Side::Autotask, &given.provider_statuses).await?;
    statuses(world, Side::Taskfire, &given.client_statuses).await?;
    let enabled = given.desk_enabled.unwrap_or(true);
    let eligible = given.desk_eligible.unwrap_or(enabled);
    let late = enabled && !eligible && given.ticket.as_ref().is_some_and(is_the_providers);
    // A client's part in a ticket is from when the desk was on.
    let was_on = !enabled && given.ticket.as_ref().is_some_and(|ticket| ticket.client.is_some());
    if (enabled && !late) || was_on {
        world.enable_taskfire(world.company).await?;
    }
    request_type(world, given).await?;
    if let Some(ticket) = &given.ticket {
        place(world, ticket).await?;
        if enabled && !eligible && !late {
            predate(world).await?;
        }
    }
    if late {
        world.enable_taskfire(world.company).await?;
    }
    if enabled || was_on {
        settings(world, given).await?;
    }
    if was_on {
        let administrator = world.extra(SecurityLevel::ProviderAdmin).await?;
        let answer = onboarding::disable(world, &administrator, world.company).await?;
        if !answer.is_done() {
            return Err(format!("Taskfire can't be disabled: {} {}", answer.status, answer.body));
        }
    }
    begin(world);
    Ok(())
}

/// Makes a ticket and brings it where a case wants it, where everything else is as it should be.
///
/// # Errors
/// A state that can't be reached.
pub async fn ticket(world: &mut World, given: &TicketGiven) -> Result<(), String> {
    place(world, given).await?;
    begin(world);
    Ok(())
}

/// What happens from here on is what the case is about.
fn begin(world: &mut World) {
    world.desk.clock.advance(std::time::Duration::from_secs(3600));
    world.since = tandem::base::Clock::now(&*world.desk.clock);
}

/// A ticket that can be made while Taskfire is off, as one from before it is.
fn is_the_providers(ticket: &TicketGiven) -> bool {
    !ticket.shared && ticket.client.is_none()
}

/// Says of a ticket with a Taskfire part that it is from before Taskfire: rows that an older desk left.
async fn predate(world: &World) -> Result<(), String> {
    let id = world.ticket.ok_or("no ticket")?;
    let wrote = world.desk.operations.write(move |writing| {
        let before = rows::get(writing, &TICKET, id.0)?.ok_or(OperationError::NotFound)?;
        let mut row = before.clone();
        row.set("isTaskfireEligible", false);
        Ok(writing.update(&before, &row)?)
    });
    told(wrote.await)
}

async fn statuses(world: &mut World, side: Side, given: &[StatusGiven]) -> Result<(), String> {
    let known = world.statuses().await?;
    for status in given {
        let found = known
            .iter()
            .find(|known| known.side == side && known.label == status.label);
        if found.is_some_and(|found| found.kind == status.kind && found.is_default == status.default) {
            continue;
        }
        let mut row = Row::new(&STATUS);
        row.set("side", side.word());
        row.set("label", status.label.as_str());
        row.set("kind", status.kind.word());
        row.set("isDefault", status.default);
        row.set("sortOrder", 90_i64);
        row.set("isActive", true);
        told(
            world
                .desk
                .operations
                .write(move |writing| Ok(writing.insert(&mut row.clone())?))
                .await,
        )?;
    }
    Ok(())
}

async fn request_type(world: &mut World, given: &Given) -> Result<(), String> {
    let Some(request_type) = &given.request_type else {
        return Ok(());
    };
    let queue = match &request_type.provider_queue {
        Some(name) => Some(world.queue(name, Side::Autotask).await?),
        None => None,
    };
    let owner: Option<CompanyId> = request_type.client_made.then_some(world.company);
    let made = world
        .desk
        .operations
        .create_request_type("The case's".to_owned(), queue, owner)
        .await;
    let id = told(made)?;
    world.request_type = Some(id);
    if request_type.client_queue.is_none() && request_type.default_assignee.is_none() {
        return Ok(());
    }
    let queue = match &request_type.client_queue {
        Some(name) => Some(world.queue(name, Side::Taskfire).await?),
        None => None,
    };
    let assignee = match &request_type.default_assignee {
        Some(name) => match world.by_id(name, Side::Taskfire).await?.person {
            Person::Contact(contact) => Some(contact),
            Person::Resource(_) => return Err(format!("{name} is not one of the client's")),
        },
        None => None,
    };
    told(
        world
            .desk
            .operations
            .set_request_type(world.company, id, queue, assignee)
            .await,
    )
}

/// Makes the ticket and brings it where the case wants it.
async fn place(world: &mut World, given: &TicketGiven) -> Result<(), String> {
    let holder = side_of(given.holder);
    // What the provider makes and transfers starts the client's part; what the client makes, the provider's.
    let maker = if given.shared { holder.other() } else { holder };
    let maker = worker(world, maker).await?;
    create(world, &maker).await?;
    match (given.shared, holder) {
        (false, _) => {}
        (true, Side::Autotask) => world.must(&maker, Act::Escalate { reason: String::new() }).await?,
        (true, Side::Taskfire) => world.must(&maker, Act::Transfer { reason: String::new() }).await?,
    }
    // The side that doesn't hold it first, so that no completion closes and reopens anything on the way.
    for side in [holder.other(), holder] {
        let part = if side == Side::Autotask {
            &given.provider
        } else {
            &given.client
        };
        match (part, given.shared || side == holder) {
            (Some(part), true) => bring(world, side, part).await?,
            (None, false) => {}
            (Some(_), false) => return Err(format!("{side:?} has a part in a ticket that isn't shared")),
            (None, true) => return Err(format!("{side:?} has no part in a ticket of both")),
        }
    }
    Ok(())
}

/// Makes a ticket whose contact is a Basic user of the company.
///
/// # Errors
/// A refusal.
pub async fn create(world: &mut World, maker: &Member) -> Result<(), String> {
    let contact = match world.extra(SecurityLevel::PortalBasic).await?.person {
        Person::Contact(contact) => Some(contact),
        Person::Resource(_) => None,
    };
    let new = NewTicket {
        contact,
        ..new_ticket(world)
    };
    world.must(maker, Act::Create(Box::new(new))).await
}

/// A ticket of the case's company and request type.
pub fn new_ticket(world: &World) -> NewTicket {
    NewTicket {
        company: world.company,
        contact: None,
        title: "The case's ticket".to_owned(),
        description: String::new(),
        request_type: world.request_type,
        queue: None,
        priority: None,
        due: None,
        item: None,
        configuration_item: None,
        contract: None,
        new_contract: None,
        assignee: None,
        status: None,
        source: None,
    }
}

/// Somebody who works tickets for a side and is no part of the case.
///
/// # Errors
/// The server's.
pub async fn worker(world: &mut World, side: Side) -> Result<Member, String> {
    let level = match side {
        Side::Autotask => SecurityLevel::ProviderTech,
        Side::Taskfire => SecurityLevel::TaskfireResource,
    };
    world.extra(level).await
}

/// Brings one side's part to assignee, queue and status.
async fn bring(world: &mut World, side: Side, part: &SideGiven) -> Result<(), String> {
    let worker = worker(world, side).await?;
    let assignee = match &part.assignee {
        Some(id) => Some(world.by_id(id, side).await?.person),
        None => None,
    };
    world.must(&worker, Act::Assign { assignee }).await?;
    for id in &part.secondaries {
        if let Person::Resource(resource) = world.by_id(id, side).await?.person {
            world.must(&worker, Act::AddSecondary { resource }).await?;
        }
    }
    if let Some(name) = &part.queue {
        let queue = world.queue(name, side).await?;
        world.must(&worker, Act::Move { queue }).await?;
    }
    if let Some(word) = &part.priority {
        let priority = labels::priority(word).ok_or_else(|| format!("no priority {word}"))?;
        world.must(&worker, Act::SetPriority { priority }).await?;
    }
    let wanted = match (&part.status, part.kind) {
        (Some(label), _) => Some(world.status_named(side, label).await?),
        (None, Some(kind)) => Some(world.status_of_kind(side, kind).await?),
        (None, None) => None,
    };
    let now = world.ticket_now().await?.side(side).map(|state| state.status);
    match wanted {
        Some(status) if Some(status) != now => world.must(&worker, Act::SetStatus { status }).await,
        _ => Ok(()),
    }
}

/// The two completion settings, written the way an administrator does.
async fn settings(world: &mut World, given: &Given) -> Result<(), String> {
    let wanted = [
        (
            "complete_client_when_provider_completes",
            given.settings.complete_client_when_provider_completes,
        ),
        (
            "complete_provider_when_client_completes",
            given.settings.complete_provider_when_client_completes,
        ),
        ("hide_financials", given.settings.hide_financials),
    ];
    let administrator = world.extra(SecurityLevel::ProviderAdmin).await?;
    for (setting, value) in wanted.into_iter().filter(|(_, value)| *value) {
        let answer = super::actions::set_setting(world, &administrator, world.company, setting, value).await?;
        if !answer.is_done() {
            return Err(format!("{setting} can't be set: {} {}", answer.status, answer.body));
        }
    }
    Ok(())
}

/// The kind of a side's status in the ticket as it is now.
///
/// # Errors
/// The server's.
pub async fn kind(world: &mut World, side: Side) -> Result<Option<StatusKind>, String> {
    let ticket = world.ticket_now().await?;
    let Some(state) = ticket.side(side) else {
        return Ok(None);
    };
    let statuses = world.statuses().await?;
    let status = statuses.iter().find(|status| status.id == state.status);
    status
        .map(|status| Some(status.kind))
        .ok_or_else(|| format!("no status {}", state.status))
}
