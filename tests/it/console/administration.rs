//! People, levels, the instance, portal settings and the audit log, as the provider's administrator and a client's
//! manager see and change them.

use super::desk;
use super::picture::{screen, text};
use super::screens::reviewed_in_every_language;
use super::script::Console;
use serde_json::json;
use tandem::base::ids::{CompanyId, ContactId, Ids as _, UniqueIds};
use tandem::domain::{Person, SecurityLevel};
use tandem::records::administration::audit::{AuditEntry, AuditPage, AuditQuestion};
use tandem::records::administration::instance::{Feature, FeatureSwitch, InstancePage, InstanceSettings, Subscription};
use tandem::records::administration::people::{
    LevelEdit, LevelLine, LevelPage, PeoplePage, PersonFields, PersonLine, TwoFactorState,
};
use tandem::records::administration::portal::{PortalOverrides, PortalPage, PortalSettings, TwoFactorPolicy};
use tandem::records::administration::seeing::Seeing;
use tandem::records::administration::{Administration, Answer, NotAdministered, Question};
use tandem::records::drafts::DraftKind;
use tandem::records::windows::Viewer;
use tandem::tui::effect::{About, Content, Effect, Load};
use tandem::tui::msg::{Event, Loaded};

fn person(id: i64, name: &str, level: SecurityLevel) -> PersonLine {
    let (first, last) = name.split_once(' ').unwrap();
    let works = level.works_tickets();
    PersonLine {
        id: ContactId(id),
        fields: PersonFields {
            first_name: first.to_owned(),
            last_name: last.to_owned(),
            email: format!("{}@acme.example", first.to_lowercase()),
            phone: "+44 20 7946 0012".to_owned(),
        },
        is_active: true,
        is_portal_active: true,
        user_name: first.to_lowercase(),
        level: level.portal_number(),
        security_level: Some(level),
        level_name: String::new(),
        licence_since: works.then(|| "2026-08-03".to_owned()),
        two_factor: if works {
            TwoFactorState::Configured
        } else {
            TwoFactorState::NotRequired
        },
        must_change_password: false,
        last_sign_in: works.then(|| desk::now().plus_minutes(-90)),
        seen: format!("seen {id}"),
    }
}

/// Acme's people: with and without licence, login, address and activity.
fn people() -> PeoplePage {
    let nobody = PersonLine {
        user_name: String::new(),
        level: None,
        security_level: None,
        is_portal_active: false,
        ..person(14, "Ruth Ellery", SecurityLevel::PortalBasic)
    };
    let gone = PersonLine {
        is_active: false,
        ..person(15, "Samuel Ōtani", SecurityLevel::PortalAdvanced)
    };
    PeoplePage {
        today: "2026-11-20".to_owned(),
        items: vec![
            PersonLine {
                must_change_password: true,
                two_factor: TwoFactorState::NotConfigured,
                ..person(11, "Hannah Ortiz", SecurityLevel::PortalBasic)
            },
            person(12, "Tom Reyes", SecurityLevel::TaskfireAdministrator),
            nobody,
            gone,
        ],
    }
}

fn levels(is_provider: bool) -> LevelPage {
    let level = |level: SecurityLevel| LevelLine {
        id: level.portal_number().unwrap(),
        name: String::new(),
        security_level: level,
        is_system: true,
        is_client_assignable: level != SecurityLevel::PortalManager && !level.works_tickets(),
        people: 2,
        is_assignable: is_provider || !(level.works_tickets() || level == SecurityLevel::PortalManager),
    };
    let own = LevelLine {
        id: 100,
        name: "Read only".to_owned(),
        is_system: false,
        people: 0,
        ..level(SecurityLevel::PortalBasic)
    };
    let systems = [
        SecurityLevel::PortalBasic,
        SecurityLevel::PortalAdvanced,
        SecurityLevel::PortalManager,
        SecurityLevel::TaskfireResource,
        SecurityLevel::TaskfireAdministrator,
    ];
    LevelPage {
        items: systems.map(level).into_iter().chain([own]).collect(),
    }
}

fn setup() -> tandem::records::administration::setup::Setup {
    tandem::records::administration::setup::Setup {
        licence_fee: Some("20.00".to_owned()),
        currency: "EUR".to_owned(),
        ..super::clients::enabled_setup()
    }
}

/// At the people of Acme, as Maria.
pub fn at_people(columns: u16, rows: u16) -> Console {
    let mut console = super::onboarding::at_setup(columns, rows, setup());
    console.press("u");
    console.say(Answer::People(people()));
    console.say(Answer::Levels(levels(true)));
    console.say(Answer::Setup(Box::new(setup())));
    console.effects.clear();
    console
}

/// At the people of one's own company, as Sylvia, who manages Acme's portal.
fn at_own_people() -> Console {
    let mut console = Console::at_work(80, 24);
    let mut sylvia = desk::tom();
    sylvia.actor.level = SecurityLevel::PortalManager;
    console.tell(Event::SignedIn(sylvia));
    console.effects.clear();
    console.press("g u");
    console.say(Answer::People(people()));
    console.say(Answer::Levels(levels(false)));
    console
}

fn refused(code: &str, why: &str) -> NotAdministered {
    NotAdministered::Refused {
        code: code.to_owned(),
        text: why.to_owned(),
        field: None,
    }
}

fn shown(console: &Console) -> String {
    text(&screen(console))
}

fn asked(console: &Console) -> Vec<Question> {
    let question = |effect: &Effect| match effect {
        Effect::Load(_, Load::Administration(question)) => Some(question.clone()),
        _ => None,
    };
    console.effects.iter().filter_map(question).collect()
}

fn act(console: &Console) -> Administration {
    console.act().expect("nothing was asked for").1
}

#[test]
fn the_people_of_a_client_show_level_licence_and_sign_in() {
    reviewed_in_every_language("people", at_people, |console| console.press("j"));
}

#[test]
fn a_level_says_from_when_the_licence_counts_and_what_it_costs_before_it_is_given() {
    reviewed_in_every_language("people_level", at_people, |console| {
        console.press("s");
        // Whatever it is called in this language.
        console.press("down down enter");
    });
    let mut console = at_people(80, 24);
    console.press("s");
    console.types("taskfire resource");
    console.press("enter");
    let form = shown(&console);
    assert!(
        form.contains("counts from today, 2026-11-20") && form.contains("20.00 EUR a month"),
        "{form}"
    );
    assert_eq!(console.acts(), 0, "choosing gives nothing");
    console.press("ctrl-x");
    let Administration::ChangeLevel(ContactId(11), change) = act(&console) else {
        panic!("{:?}", act(&console));
    };
    assert_eq!((change.level, change.seen_fee.as_deref()), (Some(4), Some("20.00")));
    console.end(Err(NotAdministered::Refused {
        code: "fee_changed".to_owned(),
        text: "The licence fee has changed meanwhile.".to_owned(),
        field: None,
    }));
    assert!(shown(&console).contains("The licence fee has changed meanwhile."));
}

#[test]
fn levels_that_cant_be_given_stand_there_with_the_reason() {
    let mut console = at_own_people();
    assert_eq!(
        asked(&console),
        [Question::People(CompanyId(174)), Question::Levels],
        "a manager is not told of fees"
    );
    console.press("s");
    let pick = shown(&console);
    assert!(pick.contains("only the provider gives it"), "{pick}");
    assert!(pick.contains("the provider keeps it"), "{pick}");
    console.types("taskfire resource");
    console.press("enter");
    assert!(shown(&console).contains("Level of Hannah Ortiz"), "it can't be chosen");
    console.press("ctrl-u");
    console.types("advanced");
    console.press("enter");
    console.press("ctrl-x");
    assert!(matches!(act(&console), Administration::ChangeLevel(ContactId(11), change) if change.level == Some(2)));
}

#[test]
fn a_person_is_created_with_a_password_that_is_seen_once() {
    let mut console = at_people(80, 24);
    console.press("N");
    console.bring(&Loaded::FirstPassword("abcd-efgh-jkmn-pqrs".to_owned()));
    console.types("Zoë");
    console.press("tab");
    console.types("Nováková");
    console.press("tab tab tab");
    console.types("zoe");
    console.press("tab");
    console.types("basic");
    console.press("tab");
    assert!(shown(&console).contains("abcd-efgh-jkmn-pqrs"), "{}", shown(&console));
    console.press("ctrl-x");
    let Administration::CreateContact(_, new) = act(&console) else {
        panic!("{:?}", act(&console));
    };
    let login = new.login.unwrap();
    assert_eq!(
        (new.fields.first_name.as_str(), login.user_name.as_str(), login.level),
        ("Zoë", "zoe", 1)
    );
    assert_eq!(login.password.as_deref(), Some("abcd-efgh-jkmn-pqrs"));
    console.end(Ok(()));
    assert!(!shown(&console).contains("abcd"), "{}", shown(&console));
    assert!(
        console
            .app
            .messages
            .log
            .iter()
            .all(|(_, said)| !said.text.contains("abcd"))
    );
}

#[test]
fn the_dialogs_of_people_are_read_in_every_language() {
    let password = || Loaded::FirstPassword("abcd-efgh-jkmn-pqrs".to_owned());
    reviewed_in_every_language("people_create", at_people, |console| {
        console.press("N");
        console.bring(&password());
        console.types("Zoë");
    });
    reviewed_in_every_language("people_password", at_people, |console| {
        console.press("p");
        console.bring(&password());
    });
    reviewed_in_every_language("people_first_level", at_people, |console| {
        console.press("j j s down enter");
        console.bring(&password());
    });
}

#[test]
fn half_typed_forms_are_kept_as_drafts_without_their_passwords() {
    let drafts = |console: &Console| -> Vec<_> {
        let kept = console.effects.iter().filter_map(|effect| match effect {
            Effect::SaveDraft(draft) => Some(draft.clone()),
            _ => None,
        });
        kept.collect()
    };
    let mut console = at_people(80, 24);
    console.press("N");
    console.bring(&Loaded::FirstPassword("abcd-efgh-jkmn-pqrs".to_owned()));
    console.types("Zoë");
    console.press("tab tab tab tab tab down tab esc");
    let kept = drafts(&console);
    let last = kept.last().unwrap();
    assert_eq!(last.place.kind, DraftKind::NewPerson);
    assert!(last.text.contains("Zoë") && last.text.contains("Portal"), "{last:?}");
    assert!(kept.iter().all(|draft| !draft.text.contains("abcd")), "{kept:?}");
    console.press("N");
    console.bring(&Loaded::Draft(last.text.clone()));
    assert!(shown(&console).contains("Zoë") && shown(&console).contains("keep as draft"));
    console.press("esc enter");
    console.types("x");
    let place = drafts(&console).last().unwrap().place;
    assert_eq!(
        (place.kind, place.about),
        (DraftKind::Person, Some(About::Contact(ContactId(11))))
    );

    let mut console = at_portal(80, 24);
    console.press("j enter");
    console.types("4");
    let place = drafts(&console).last().unwrap().place;
    let lock = About::Setting(Some(setup().company), "portal-lock");
    assert_eq!((place.kind, place.about), (DraftKind::Portal, Some(lock)));
    let mut console = at_instance(80, 24);
    console.press("e");
    console.types("!");
    assert_eq!(drafts(&console).last().unwrap().place.kind, DraftKind::Instance);
}

#[test]
fn a_login_needs_both_a_user_name_and_a_level() {
    let mut console = at_people(80, 24);
    console.press("N");
    console.types("Zoë");
    console.press("tab tab tab tab");
    console.types("zoe");
    console.press("ctrl-x");
    assert!(shown(&console).contains("Choose a level."), "{}", shown(&console));
    assert_eq!(console.acts(), 0);
}

#[test]
fn what_deactivating_does_is_said_first() {
    let mut console = at_people(80, 24);
    console.press("j a");
    let question = shown(&console);
    assert!(
        question.contains("Deactivate Tom Reyes?") && question.contains("licence"),
        "{question}"
    );
    console.press("esc");
    assert_eq!(console.acts(), 0);
    console.press("a ctrl-x");
    assert!(matches!(act(&console), Administration::SwitchContact(ContactId(12), switch) if !switch.is_active));
}

#[test]
fn activating_somebody_with_a_taskfire_level_shows_and_confirms_what_the_licence_costs() {
    let mut console = at_people(80, 24);
    let mut rested = people();
    rested.items[1].is_active = false;
    rested.items[1].licence_since = None;
    console.press("ctrl-l");
    console.say(Answer::People(rested));
    console.press("j a");
    let question = shown(&console);
    assert!(
        question.contains("counts from today, 2026-11-20") && question.contains("20.00 EUR"),
        "{question}"
    );
    console.press("ctrl-x");
    assert!(
        matches!(act(&console), Administration::SwitchContact(ContactId(12), switch)
            if switch.is_active && switch.seen_fee.as_deref() == Some("20.00"))
    );
}

#[test]
fn a_yes_does_what_was_asked_though_the_page_was_answered_afresh_behind_the_question() {
    let mut console = at_people(80, 24);
    console.press("j ctrl-l a");
    assert!(shown(&console).contains("Deactivate Tom Reyes?"));
    let mut others = people();
    others.items[1].is_active = false;
    console.say(Answer::People(others));
    console.press("ctrl-x");
    assert!(matches!(act(&console), Administration::SwitchContact(ContactId(12), switch) if !switch.is_active));

    let mut console = super::onboarding::at_setup(80, 24, setup_without_taskfire());
    console.press("ctrl-l o");
    let question = shown(&console);
    assert!(question.contains("Switch the portal off"), "{question}");
    let switched = tandem::records::administration::setup::Setup {
        is_portal_active: false,
        ..setup_without_taskfire()
    };
    console.say(Answer::Setup(Box::new(switched)));
    console.press("ctrl-x");
    assert!(matches!(act(&console), Administration::SwitchPortal(_, switch) if !switch.is_active));
}

fn setup_without_taskfire() -> tandem::records::administration::setup::Setup {
    tandem::records::administration::setup::Setup {
        is_portal_active: true,
        ..super::clients::new_setup()
    }
}

#[test]
fn the_fee_that_is_confirmed_is_the_one_that_the_dialog_shows() {
    let dearer = || tandem::records::administration::setup::Setup {
        licence_fee: Some("35.00".to_owned()),
        ..setup()
    };
    let mut console = at_people(80, 24);
    console.press("ctrl-l s");
    console.types("taskfire resource");
    console.press("enter");
    console.say(Answer::Setup(Box::new(dearer())));
    assert!(shown(&console).contains("20.00 EUR"), "{}", shown(&console));
    console.press("ctrl-x");
    assert!(
        matches!(act(&console), Administration::ChangeLevel(_, change) if change.seen_fee.as_deref() == Some("20.00"))
    );
}

#[test]
fn a_level_for_somebody_without_a_login_comes_with_a_first_password() {
    let mut console = at_people(80, 24);
    console.press("j j s");
    console.types("basic");
    console.press("enter");
    console.bring(&Loaded::FirstPassword("abcd-efgh-jkmn-pqrs".to_owned()));
    let form = shown(&console);
    assert!(
        form.contains("abcd-efgh-jkmn-pqrs") && form.contains("user name is needed"),
        "{form}"
    );
    console.types("ruth");
    console.press("ctrl-x");
    let Administration::ChangeLevel(ContactId(14), change) = act(&console) else {
        panic!("{:?}", act(&console));
    };
    assert_eq!(
        (change.user_name.as_deref(), change.password.as_deref()),
        (Some("ruth"), Some("abcd-efgh-jkmn-pqrs"))
    );
    assert!(!format!("{change:?}").contains("abcd"), "no log may hold it");
}

#[test]
fn what_was_not_answered_is_asked_for_again_from_its_dialog_with_the_same_key() {
    let mut console = at_people(80, 24);
    console.press("p");
    console.bring(&Loaded::FirstPassword("abcd-efgh-jkmn-pqrs".to_owned()));
    let keys = |console: &Console| -> Vec<_> {
        let acts = console.effects.iter().filter_map(|effect| match effect {
            Effect::Administer(_, _, key) => Some(*key),
            _ => None,
        });
        acts.collect()
    };
    let key = UniqueIds.change();
    let unanswered = || NotAdministered::Unanswered {
        why: "cut off".to_owned(),
        key,
    };
    console.press("ctrl-x");
    console.end(Err(unanswered()));
    // The page behind it is answered meanwhile; the dialog is still about the same act.
    console.say(Answer::People(people()));
    console.press("ctrl-x");
    assert_eq!(keys(&console), [None, Some(key)]);
    console.end(Err(unanswered()));
    console.types("x");
    console.press("ctrl-x");
    assert_eq!(
        keys(&console),
        [None, Some(key), None],
        "another password is another act"
    );
    console.end(Err(unanswered()));
    let before = asked(&console).len();
    console.press("esc");
    assert!(
        asked(&console).len() > before,
        "whoever leaves it is shown how things are"
    );
}

#[test]
fn passwords_and_second_factors_are_reset_where_there_are_any() {
    let mut console = at_people(80, 24);
    console.press("p");
    console.bring(&Loaded::FirstPassword("abcd-efgh-jkmn-pqrs".to_owned()));
    console.press("ctrl-x");
    assert!(matches!(
        act(&console),
        Administration::ResetPassword(Person::Contact(ContactId(11)), _)
    ));
    console.end(Ok(()));
    console.press("f");
    assert!(console.message().contains("no second factor"), "{}", console.message());
    console.press("j f ctrl-x");
    assert!(matches!(
        act(&console),
        Administration::ResetTwoFactor(Person::Contact(ContactId(12)))
    ));
    console.press("j p");
    assert!(console.message().contains("no portal login"), "{}", console.message());
}

#[test]
fn a_list_of_people_is_filtered_as_one_types() {
    let mut console = at_people(80, 24);
    console.press("/");
    console.types("otan");
    console.say(Answer::People(people()));
    let list = shown(&console);
    assert!(list.contains("Samuel Ōtani") && !list.contains("Tom Reyes"), "{list}");
}

pub fn at_levels(columns: u16, rows: u16) -> Console {
    let mut console = Console::at_work(columns, rows);
    console.press(":");
    console.types("go to the levels");
    console.press("enter");
    console.say(Answer::Levels(levels(true)));
    console
}

#[test]
fn levels_of_ones_own_are_made_and_deleted_and_the_systems_stay() {
    reviewed_in_every_language("levels", at_levels, |console| console.press("G"));
    let mut console = at_levels(80, 24);
    console.press("D");
    assert!(console.message().contains("System levels"), "{}", console.message());
    console.press("N");
    console.types("Reception");
    console.press("ctrl-x");
    assert!(
        matches!(act(&console), Administration::CreateLevel(new) if new.name == "Reception" && new.is_client_assignable)
    );
    console.end(Ok(()));
    console.press("G D ctrl-x");
    assert!(matches!(act(&console), Administration::DeleteLevel(100)));
}

pub fn at_instance(columns: u16, rows: u16) -> Console {
    let mut console = Console::at_work(columns, rows);
    console.press("g i");
    let features = Feature::ALL.map(|feature| FeatureSwitch {
        feature,
        is_active: feature != Feature::Comanaged,
    });
    console.say(Answer::Instance(Box::new(InstancePage {
        seen: "this one".to_owned(),
        settings: InstanceSettings {
            name: "Northwind Managed IT".to_owned(),
            time_zone: "Europe/Madrid".to_owned(),
            currency: "EUR".to_owned(),
            licence_fee: Some("20.00".to_owned()),
            subscription: Subscription::Premium,
            requires_two_factor: true,
        },
        present_time_zone: "Europe/London".to_owned(),
        coming_time_zone: Some(("Europe/Madrid".to_owned(), "2026-11-21".to_owned())),
        is_currency_fixed: true,
        features: features.to_vec(),
        audit_digest: "d14e4e7e4bae1e198eb38e966d7062d20c6793b3f194eae6e96e56b5669b41b2".to_owned(),
    })));
    console
}

#[test]
fn the_instance_shows_activations_settings_and_the_newest_digest() {
    reviewed_in_every_language("instance", at_instance, |console| console.press("j"));
    let mut console = at_instance(80, 24);
    console.press("j enter");
    assert!(shown(&console).contains("Switch Taskfire off for the whole instance?"));
    console.press("ctrl-x");
    assert!(
        matches!(act(&console), Administration::SwitchFeature(switch) if switch.feature == Feature::Taskfire && !switch.is_active)
    );
    console.end(Ok(()));
    console.press("e tab tab tab ctrl-u");
    console.types("22,50");
    console.press("ctrl-x");
    assert!(
        matches!(act(&console), Administration::WriteInstance(settings) if settings.value.licence_fee.as_deref() == Some("22.50")
            && settings.seen.as_deref() == Some("this one"))
    );
}

pub fn at_portal(columns: u16, rows: u16) -> Console {
    let mut console = super::onboarding::at_setup(columns, rows, setup());
    console.press("p");
    console.say(Answer::Portal(Box::new(PortalPage {
        seen: "this one".to_owned(),
        company: Some(setup().company),
        company_name: "Acme".to_owned(),
        global: PortalSettings {
            lock_after_minutes: Some(30),
            ..PortalSettings::default()
        },
        overrides: PortalOverrides {
            two_factor: Some(TwoFactorPolicy::TaskfireUsers),
            ..PortalOverrides::default()
        },
    })));
    console
}

fn at_global_portal(columns: u16, rows: u16) -> Console {
    let mut console = at_instance(columns, rows);
    console.press("p");
    console.say(Answer::Portal(Box::new(PortalPage {
        seen: "seen".to_owned(),
        company: None,
        company_name: String::new(),
        global: PortalSettings {
            lock_after_minutes: Some(30),
            next_version: true,
            ..PortalSettings::default()
        },
        overrides: PortalOverrides::default(),
    })));
    console
}

#[test]
fn the_settings_for_every_client_and_the_instances_form_are_read_in_every_language() {
    reviewed_in_every_language("portal_global", at_global_portal, |console| console.press("j"));
    reviewed_in_every_language("instance_form", at_instance, |console| console.press("e"));
}

#[test]
fn a_clients_portal_settings_show_what_they_override_and_what_holds() {
    reviewed_in_every_language("portal_client", at_portal, |_| {});
    let mut console = at_portal(80, 24);
    console.press("d");
    let question = shown(&console);
    assert!(
        question.contains("Give up what Cedar Clinic has of its own?"),
        "{question}"
    );
    assert_eq!(console.acts(), 0);
    console.press("ctrl-x");
    let Administration::OverridePortalSettings(_, overrides) = act(&console) else {
        panic!("{:?}", act(&console));
    };
    assert_eq!(overrides, Seeing::new(PortalOverrides::default(), "this one"));
    console.end(Ok(()));
    console.press("j d");
    assert!(
        console.message().contains("as for every client already"),
        "{}",
        console.message()
    );
    console.press("enter ctrl-u ctrl-x");
    assert!(
        shown(&console).contains("Empty would be as for every client"),
        "{}",
        shown(&console)
    );
    console.types("x");
    console.press("ctrl-x");
    assert!(shown(&console).contains("whole minutes"), "{}", shown(&console));
    console.press("backspace");
    console.types("15");
    console.press("ctrl-x");
    assert!(
        matches!(act(&console), Administration::OverridePortalSettings(_, overrides) if overrides.value.lock_after_minutes == Some(15))
    );
}

fn entry(id: i64, act: &str) -> AuditEntry {
    AuditEntry {
        id,
        at: desk::now().plus_minutes(id - 9),
        actor: "resource 3".to_owned(),
        actor_name: "Maria Keller".to_owned(),
        origin: "192.0.2.7".to_owned(),
        act: act.to_owned(),
        company: Some(174),
        subject: "Tom Reyes \u{1b}[2J".to_owned(),
        before: json!({"level": 1, "email": "tom@acme.example"}),
        after: json!({"level": 4, "email": "tom@acme.example", "licenceSince": "2026-11-20"}),
        digest: "ab".repeat(32),
    }
}

pub fn at_audit(columns: u16, rows: u16) -> Console {
    let mut console = Console::at_work(columns, rows);
    console.press("g a");
    console.say(Answer::Audit(AuditPage {
        items: vec![entry(8, "change_level"), entry(7, "act_of_a_newer_server")],
        has_more: true,
        newest_digest: "cd".repeat(32),
    }));
    console
}

#[test]
fn the_audit_log_shows_who_did_what_and_its_newest_digest() {
    reviewed_in_every_language("audit", at_audit, |_| {});
    let mut console = at_audit(80, 24);
    console.press("d");
    let copies = |effect: &Effect| matches!(effect, Effect::Copy(digest) if *digest == "cd".repeat(32));
    assert!(console.effects.iter().any(copies));
    console.press("x");
    assert!(
        shown(&console).contains("audit-2026-11-20.jsonl"),
        "{}",
        shown(&console)
    );
    console.press("ctrl-x");
    let exported = console.effects.iter().find_map(|effect| match effect {
        Effect::Export(generation, export) if export.content == Content::AuditLog => Some(*generation),
        _ => None,
    });
    let generation = exported.expect("nothing is exported");
    console.tell(Event::Written(generation, Ok("/tmp/audit.jsonl".to_owned())));
    assert!(console.message().contains("/tmp/audit.jsonl"), "{}", console.message());
}

/// At one entry of it.
pub fn at_entry(columns: u16, rows: u16) -> Console {
    let mut console = at_audit(columns, rows);
    console.press("enter");
    console.say(Answer::Audit(AuditPage {
        items: vec![entry(8, "change_level")],
        ..AuditPage::default()
    }));
    console
}

#[test]
fn an_entry_shows_what_was_different_afterwards() {
    reviewed_in_every_language("audit_entry", at_entry, |_| {});
}

#[test]
fn the_audit_log_is_asked_by_client_act_person_and_day_in_one_line() {
    let mut console = at_audit(80, 24);
    console.press("/");
    console.types("client:\"acme corp\" act:\"the LEVEL\" maria keller since:2026-11-01 until:2026-11-02");
    let wanted = AuditQuestion {
        company: None,
        client: Some("acme corp".to_owned()),
        act: Some("change_level,create_level,delete_level,edit_level".to_owned()),
        actor: Some("maria keller".to_owned()),
        since: Some("2026-11-01".to_owned()),
        until: Some("2026-11-02".to_owned()),
        before: None,
    };
    assert_eq!(asked(&console).last(), Some(&Question::Audit(wanted)));
    console.types(" client:174 act:nothing-like-it");
    let Some(Question::Audit(by_number)) = asked(&console).last().cloned() else {
        panic!("nothing was asked")
    };
    assert_eq!((by_number.company, by_number.act), (Some(174), None));
    assert!(shown(&console).contains("act:nothing-like-it"), "{}", shown(&console));
    console.types(" what:ever");
    assert!(
        shown(&console).contains("Not understood: act:nothing-like-it what:ever"),
        "{}",
        shown(&console)
    );
}

#[test]
fn older_entries_come_at_the_lists_end() {
    let mut console = Console::at_work(80, 24);
    console.press("g a");
    let page = |ids: std::ops::Range<i64>, has_more| {
        let items = ids.rev().map(|id| entry(id, "change_level")).collect();
        Answer::Audit(AuditPage {
            items,
            has_more,
            newest_digest: String::new(),
        })
    };
    let count = |console: &Console| {
        console
            .app
            .pane::<tandem::tui::panes::audit::Pane>()
            .unwrap()
            .entries
            .items
            .len()
    };
    console.say(page(101..201, true));
    console.press("g g");
    let before = asked(&console).len();
    console.press("G");
    let Some(Question::Audit(older)) = asked(&console).last().cloned() else {
        panic!("nothing was asked")
    };
    assert_eq!((asked(&console).len(), older.before), (before + 1, Some(101)));
    console.press("G");
    assert_eq!(asked(&console).len(), before + 1, "once at a time");
    console.say(page(61..101, false));
    assert_eq!(count(&console), 140);
    console.press("G");
    assert_eq!(asked(&console).len(), before + 1, "there is nothing older");
}

#[test]
fn what_somebody_else_changed_meanwhile_is_shown_and_what_was_typed_stays() {
    let mut console = at_people(80, 24);
    console.press("g g e");
    console.types("-Meyer");
    console.press("ctrl-x");
    let Some((_, Administration::EditContact(id, fields))) = console.act() else {
        panic!("nothing was asked for")
    };
    assert_eq!(fields.seen, Some(format!("seen {id}")));
    let before = asked(&console).len();
    console.end(Err(refused("stale", "Somebody else changed this meanwhile.")));
    assert!(asked(&console).len() > before, "the page asks anew");
    assert!(shown(&console).contains("Somebody else changed"), "{}", shown(&console));
    assert!(shown(&console).contains("-Meyer"), "{}", shown(&console));
    let mut page = people();
    for person in &mut page.items {
        person.seen = "newer".to_owned();
    }
    console.say(Answer::People(page));
    console.press("ctrl-x");
    let Some((_, Administration::EditContact(_, again))) = console.act() else {
        panic!("nothing was asked for")
    };
    assert_eq!((again.value, again.seen.as_deref()), (fields.value, Some("newer")));
}

#[test]
fn a_level_of_ones_own_that_nobody_has_is_edited() {
    let mut console = at_people(120, 40);
    console.press("L");
    let own = |id: i64, people| LevelLine {
        id,
        name: format!("Own {id}"),
        security_level: SecurityLevel::PortalAdvanced,
        is_system: false,
        is_client_assignable: true,
        people,
        is_assignable: true,
    };
    let items = vec![own(100, 2), own(101, 0)];
    console.say(Answer::Levels(LevelPage { items }));
    console.press("g g e");
    assert!(console.app.overlays.is_empty(), "somebody has it");
    console.press("j e");
    console.types("!");
    console.press("ctrl-x");
    let edit = LevelEdit {
        name: "Own 101!".to_owned(),
        is_client_assignable: true,
    };
    assert_eq!(act(&console), Administration::EditLevel(101, edit));
}

#[test]
fn every_act_of_the_log_is_called_something_in_every_language() {
    for language in tandem::base::Language::ALL {
        let sentences = tandem::sentences::Sentences::new(language);
        for act in tandem::records::administration::audit::ACTS {
            let key = format!("administration-{}", act.replace('_', "-"));
            assert!(sentences.find(&key, &[]).is_some(), "{key}");
        }
    }
}

#[test]
fn who_may_not_see_to_it_is_told_who_may() {
    let mut console = Console::at_work(80, 24);
    let mut basic = desk::tom();
    basic.actor.level = SecurityLevel::PortalBasic;
    console.tell(Event::SignedIn(basic));
    for keys in ["g u", "g i", "g a", "g c"] {
        console.press(keys);
        assert!(console.message().starts_with("Only"), "{keys}: {}", console.message());
    }
}

/// Hannah, who follows her own requests only; or somebody of another level of the portal.
fn in_the_portal(level: SecurityLevel, has_next_portal: bool) -> Console {
    let mut console = Console::at_work(120, 40);
    let mut viewer = Viewer {
        has_next_portal,
        ..desk::tom()
    };
    viewer.actor.level = level;
    console.tell(Event::SignedIn(viewer));
    console.bring(&Loaded::Desk(desk::client_desk()));
    console.bring(&Loaded::List(desk::window(&desk::tickets()[..2])));
    console
}

#[test]
fn people_of_the_portal_follow_their_own_requests_and_those_they_may_see() {
    let basic = shown(&in_the_portal(SecurityLevel::PortalBasic, false));
    assert!(
        basic.contains("My requests") && !basic.contains("All requests of"),
        "{basic}"
    );
    let manager = shown(&in_the_portal(SecurityLevel::PortalManager, false));
    assert!(
        manager.contains("My requests") && manager.contains("All requests of"),
        "{manager}"
    );
}

#[test]
fn the_first_steps_stand_in_the_portals_first_screen_without_the_desks_matters() {
    let mut console = in_the_portal(SecurityLevel::PortalBasic, false);
    assert!(shown(&console).contains("g h first steps"), "{}", shown(&console));
    console.press("g h");
    console.bring(&Loaded::AccountManager(None));
    let guide = shown(&console);
    assert!(
        guide.contains("N opens a new request") && guide.contains("Ask Northwind"),
        "{guide}"
    );
    assert!(!guide.contains("Business hours"), "{guide}");
    reviewed_in_every_language("guide", at_guide, |_| {});
}

/// Tom, who administers Acme's Taskfire, reads the first steps.
fn at_guide(columns: u16, rows: u16) -> Console {
    let mut console = Console::at_work(columns, rows);
    console.tell(Event::SignedIn(desk::tom()));
    console.press("g h");
    console.bring(&Loaded::AccountManager(Some("Petra Vogel".to_owned())));
    console
}

#[test]
fn a_request_is_submitted_by_its_type_with_title_and_description_only() {
    let mut console = in_the_portal(SecurityLevel::PortalBasic, false);
    console.press("N");
    let form = shown(&console);
    assert!(
        form.contains("Submit a request") && form.contains("Request type"),
        "{form}"
    );
    for field in ["Item", "Company", "Priority", "Assignee"] {
        assert!(!form.contains(field), "{field}: {form}");
    }
    console.press("tab");
    console.types("My screen is dark");
    console.press("ctrl-x");
    assert!(
        console
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Record(asked) if asked.len() == 1))
    );
}

#[test]
fn the_portals_other_version_is_offered_to_those_who_may_switch_and_has_a_preview() {
    let mut console = in_the_portal(SecurityLevel::PortalBasic, false);
    console.press("g v");
    assert!(
        console.message().contains("only the present version"),
        "{}",
        console.message()
    );
    let mut console = in_the_portal(SecurityLevel::PortalBasic, true);
    assert!(console.app.layout().preview.is_none());
    console.press("g v");
    assert!(
        console
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::SwitchPortal { next: true }))
    );
    console.tell(Event::PortalSwitched(true));
    assert!(console.app.layout().preview.is_some());
    console.press("g v");
    assert!(
        console
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::SwitchPortal { next: false }))
    );
    console.tell(Event::PortalSwitched(false));
    assert!(console.app.layout().preview.is_none());
}
