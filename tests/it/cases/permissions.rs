//! Permission cases: may this role do that, in this context?

use super::automation::Said;
use super::checks::Done;
use super::desk::Answer;
use super::form::{Case, Context, HolderWord, RoleGiven, SideGiven, TicketGiven};
use super::labels;
use super::levels;
use super::onboarding;
use super::people::{Cast, Member, side_of};
use super::report::Verdict;
use super::run::{self, Stop};
use super::setup;
use super::sold::{Contracts, FEE};
use super::world::World;
use reqwest::Method;
use serde_json::{Value, json};
use tandem::base::Clock;
use tandem::base::ids::ResourceId;
use tandem::domain::note::Audience;
use tandem::domain::statuses::system;
use tandem::domain::{Act, Person, Priority, SecurityLevel, Side, StatusKind};

/// Judges a permission case.
///
/// # Errors
/// An unknown form, or a state that can't be reached.
pub async fn judge(case: &Case) -> Result<Verdict, Stop> {
    let unknown = |error: serde_json::Error| Stop::Unknown(format!("given: {error}"));
    let given: RoleGiven = serde_json::from_value(case.given.clone()).map_err(unknown)?;
    let level = labels::level(&given.role).ok_or_else(|| Stop::Unknown(format!("role {}", given.role)))?;
    let steps = case.steps().map_err(Stop::Unknown)?;
    let [step] = steps.as_slice() else {
        return Err(Stop::Unknown("a permission is asked for once".to_owned()));
    };
    if let Some(field) = step.fields.keys().next() {
        return Err(Stop::Unknown(format!("{}: {field}", step.action)));
    }
    let action = Action::of(&step.action).ok_or_else(|| Stop::Unknown(format!("action {}", step.action)))?;
    let mut world = World::new(Cast::default(), "acme", None).await?;
    let member = prepare(&mut world, level, action, &given.context).await?;
    let answer = ask(&mut world, &member, level, action).await?;
    let done = Done {
        answer: Some(answer),
        action: step.action.clone(),
        ..Done::default()
    };
    run::verdict(&mut world, &done, case).await
}

/// The actions of the table that tickets and settings have by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Action {
    SwitchTaskfire,
    AssignTaskfireLevel,
    ManagePortalUsers,
    EditLicenceDate,
    EditSystemLevel,
    ConfigureAutomation,
    ViewReports,
    EditAutomatedUnits,
    EditSettings,
    Create,
    ViewWhereContact,
    ViewAll,
    ViewNeverShared,
    EditFields,
    SetStatus,
    Steer,
    PublicNote,
    InternalNote,
    LogTime,
    Escalate,
    Transfer,
    Decline,
    Recall,
    BeSecondary,
}

impl Action {
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "enable_or_disable_desk" => Self::SwitchTaskfire,
            "assign_desk_security_level" => Self::AssignTaskfireLevel,
            "manage_portal_users" => Self::ManagePortalUsers,
            "edit_licence_effective_date" => Self::EditLicenceDate,
            "edit_or_delete_system_desk_level" => Self::EditSystemLevel,
            "configure_billing_automation" => Self::ConfigureAutomation,
            "view_financial_reports" => Self::ViewReports,
            "edit_units_of_automated_service" => Self::EditAutomatedUnits,
            "edit_desk_settings" => Self::EditSettings,
            "create_ticket" => Self::Create,
            "view_ticket_where_contact" => Self::ViewWhereContact,
            "view_all_tickets_of_own_org" => Self::ViewAll,
            "view_never_shared_client_ticket" => Self::ViewNeverShared,
            "edit_ticket_fields" => Self::EditFields,
            "set_own_side_status" => Self::SetStatus,
            "assign_move_prioritise_own_side" => Self::Steer,
            "add_public_note" => Self::PublicNote,
            "add_internal_note" => Self::InternalNote,
            "log_time" => Self::LogTime,
            "escalate" => Self::Escalate,
            "transfer_to_client" => Self::Transfer,
            "decline" => Self::Decline,
            "recall" => Self::Recall,
            "be_secondary_resource" => Self::BeSecondary,
            _ => return None,
        })
    }

    /// Who holds the ticket where the context doesn't say: the side for which only the role can decide.
    fn holder(self, side: Side) -> HolderWord {
        match (self, side) {
            (Self::Escalate | Self::ViewNeverShared, _) => HolderWord::Client,
            (Self::Transfer | Self::Decline | Self::Recall, _) | (_, Side::Autotask) => HolderWord::Provider,
            (_, Side::Taskfire) => HolderWord::Client,
        }
    }

    /// Whether the actor is the ticket's contact where the context doesn't say: a Basic user sees no other ticket, so
    /// only that way does the role decide.
    fn is_contact(self) -> bool {
        !matches!(self, Self::ViewNeverShared | Self::PublicNote)
    }
}

/// Makes the actor and the ticket that they ask about.
async fn prepare(world: &mut World, level: SecurityLevel, action: Action, context: &Context) -> Result<Member, Stop> {
    let enabled = context.desk_enabled.unwrap_or(true);
    if enabled {
        world.enable_taskfire(world.company).await?;
    }
    // The Basic user of the world is the contact of every ticket that it makes.
    let is_contact = context.is_contact.unwrap_or_else(|| action.is_contact());
    let member = if is_contact || level != SecurityLevel::PortalBasic {
        world.extra(level).await?
    } else {
        let named = super::people::Named {
            id: "another basic user".to_owned(),
            level,
            org: None,
        };
        world.member(named).await?
    };
    let holder = context.holder.unwrap_or_else(|| action.holder(level.side()));
    let shared = context.shared.unwrap_or(enabled && action != Action::ViewNeverShared);
    let ticket = ticket(holder, shared, action, context);
    setup::ticket(world, &ticket).await?;
    Ok(member)
}

fn ticket(holder: HolderWord, shared: bool, action: Action, context: &Context) -> TicketGiven {
    let held = if matches!(action, Action::Decline | Action::Recall) {
        StatusKind::New
    } else {
        StatusKind::Open
    };
    let part = |side: Side, kind: Option<StatusKind>| {
        let holds = side_of(holder) == side;
        let kind = kind.unwrap_or(if holds { held } else { StatusKind::WithOther });
        (shared || holds).then(|| SideGiven {
            kind: Some(kind),
            ..SideGiven::default()
        })
    };
    TicketGiven {
        shared,
        holder,
        provider: part(Side::Autotask, context.provider_kind),
        client: part(Side::Taskfire, context.client_kind),
    }
}

/// Asks for it; where an action is several acts, the first that is refused answers.
async fn ask(world: &mut World, member: &Member, level: SecurityLevel, action: Action) -> Result<Answer, Stop> {
    match action {
        Action::SwitchTaskfire => Ok(onboarding::disable(world, member, world.company).await?),
        Action::AssignTaskfireLevel => {
            let contact = world.extra(SecurityLevel::PortalBasic).await?;
            let body = json!({"level": 4, "userName": null, "seenFee": null});
            Ok(levels::put(world, member, &contact, "level", body).await?)
        }
        Action::EditLicenceDate => {
            let contact = world.extra(SecurityLevel::TaskfireResource).await?;
            let body = json!({"level": 4, "userName": null, "seenFee": null, "licenceSince": "2026-01-01"});
            Ok(levels::put(world, member, &contact, "level", body).await?)
        }
        Action::ManagePortalUsers => Ok(levels::create_user(world, member, "new.user").await?),
        Action::EditSystemLevel => Ok(onboarding::act(world, member, Method::DELETE, "levels/4", json!({})).await?),
        Action::ConfigureAutomation | Action::EditAutomatedUnits => automation(world, member, action).await,
        Action::ViewReports => Ok(world.get(member, "invoices").await?),
        Action::EditSettings => {
            let setting = "complete_client_when_provider_completes";
            Ok(super::actions::set_setting(world, member, world.company, setting, true).await?)
        }
        Action::ViewWhereContact | Action::ViewNeverShared => {
            let ticket = world.ticket.ok_or_else(|| Stop::Broken("no ticket".to_owned()))?;
            Ok(world.get(member, &format!("tickets/{ticket}")).await?)
        }
        Action::ViewAll => view_all(world, member).await,
        _ => {
            let mut last = None;
            for act in acts(world, member, level, action).await? {
                let answer = world.act(member, act).await?;
                if !answer.is_done() {
                    return Ok(answer);
                }
                last = Some(answer);
            }
            last.ok_or_else(|| Stop::Broken("nothing was asked for".to_owned()))
        }
    }
}

/// Chooses what bills licences, or changes the units of that by hand.
async fn automation(world: &mut World, member: &Member, action: Action) -> Result<Answer, Stop> {
    let mut contracts = Contracts::default();
    let label = "the case's contract";
    contracts.make(world, label, &Said::default()).await?;
    contracts.sell(world, label, FEE, None, 0).await?;
    if action == Action::ConfigureAutomation {
        return contracts.automate(world, member, label, FEE).await;
    }
    let administrator = world.extra(SecurityLevel::ProviderAdmin).await?;
    contracts.automate(world, &administrator, label, FEE).await?;
    contracts.adjust(world, member, label, FEE, 9).await
}

/// All of the company's tickets, one of somebody else's among them: allowed where every one is listed.
async fn view_all(world: &mut World, member: &Member) -> Result<Answer, Stop> {
    let mut made = vec![world.ticket];
    let manager = world.extra(SecurityLevel::PortalManager).await?;
    let contactless = Act::Create(Box::new(setup::new_ticket(world)));
    world.must(&manager, contactless).await?;
    // A client's own ticket is nobody else's; to be seen by both it has to be shared.
    let desk = setup::worker(world, Side::Taskfire).await?;
    world.must(&desk, Act::Escalate { reason: String::new() }).await?;
    made.push(world.ticket);
    let listed = world.query(member, "tickets").await?;
    let sees = |id: &Option<tandem::base::ids::TicketId>| {
        listed
            .iter()
            .any(|row| row.get("id").and_then(Value::as_i64) == id.map(|id| id.0))
    };
    let status = if made.iter().all(sees) { 200 } else { 404 };
    Ok(Answer {
        status,
        body: json!({"code": "not_found"}),
    })
}

async fn acts(world: &mut World, member: &Member, level: SecurityLevel, action: Action) -> Result<Vec<Act>, Stop> {
    let note = |audience| Act::AddNote {
        audience,
        title: String::new(),
        text: "The case's note".to_owned(),
    };
    let reason = || "The case's reason".to_owned();
    Ok(match action {
        Action::Create => vec![Act::Create(Box::new(setup::new_ticket(world)))],
        Action::EditFields => vec![Act::Edit(Box::new(tandem::domain::editing::Edit {
            title: Some("Another title".to_owned()),
            ..Default::default()
        }))],
        Action::SetStatus => vec![Act::SetStatus {
            status: system::in_progress(level.side()),
        }],
        Action::Steer => {
            let queue = world.queue("The case's queue", level.side()).await?;
            vec![
                Act::Assign {
                    assignee: Some(member.person),
                },
                Act::Move { queue },
                Act::SetPriority {
                    priority: Priority::CRITICAL,
                },
            ]
        }
        Action::PublicNote => vec![note(Audience::Public)],
        Action::InternalNote => vec![note(Audience::Internal)],
        Action::LogTime => vec![Act::LogTime {
            worked_on: world.desk.clock.now().date(),
            started_at: None,
            minutes: 15,
            summary: String::new(),
            internal_notes: String::new(),
        }],
        Action::Escalate => vec![Act::Escalate { reason: reason() }],
        Action::Transfer => vec![Act::Transfer { reason: reason() }],
        Action::Decline => vec![Act::Decline { reason: reason() }],
        Action::Recall => vec![Act::Recall { reason: reason() }],
        Action::BeSecondary => {
            let (Person::Resource(ResourceId(number)) | Person::Contact(tandem::base::ids::ContactId(number))) =
                member.person;
            vec![Act::AddSecondary {
                resource: ResourceId(number),
            }]
        }
        Action::SwitchTaskfire
        | Action::AssignTaskfireLevel
        | Action::ManagePortalUsers
        | Action::EditLicenceDate
        | Action::EditSystemLevel
        | Action::EditSettings
        | Action::ConfigureAutomation
        | Action::ViewReports
        | Action::EditAutomatedUnits
        | Action::ViewWhereContact
        | Action::ViewAll
        | Action::ViewNeverShared => Vec::new(),
    })
}
