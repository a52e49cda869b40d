//! The agreement is accepted over a line that breaks: all of it happens or nothing, and what is asked for again happens
//! once, unless it is meant once more.

use super::working::Working;
use crate::offline::line::{Fault, Line};
use crate::support::{Desk, Person};
use serde_json::{Value as Json, json};
use std::sync::Arc;
use tandem::base::ids::CompanyId;
use tandem::records::administration::setup::Acceptance;
use tandem::records::administration::{Administration, NotAdministered, Question};
use tandem::tui::effect::{Effect, Generation, Load};
use tandem::tui::msg::Event;
use tempfile::TempDir;

/// A client whose Taskfire is off, and a line to its desk.
struct Scene {
    desk: Desk,
    line: Line,
    company: CompanyId,
    ada: Person,
    folder: Arc<TempDir>,
}

impl Scene {
    async fn new() -> Self {
        let desk = Desk::new().await;
        let line = Line::to(desk.socket()).await;
        let company = desk.operations().create_company("Initech".to_owned()).await.unwrap();
        let ada = desk.person("ada").await;
        let folder = Arc::new(tempfile::tempdir().unwrap());
        Self {
            desk,
            line,
            company,
            ada,
            folder,
        }
    }

    async fn console(&self) -> Working {
        let url = self.line.url();
        let mut console = Working::along(&self.desk, "ada", &url, Arc::clone(&self.folder)).await;
        let is_in = |event: &Event| matches!(event, Event::SignedIn(_)).then_some(());
        console.hear(is_in).await;
        console
    }

    fn accept(&self) -> Effect {
        let acceptance = Acceptance {
            version: 2,
            language: "en".to_owned(),
            terms_accepted: true,
            is_entitled: true,
        };
        let act = Administration::AcceptAgreement(self.company, acceptance);
        Effect::Administer(Generation(1), act, None)
    }

    /// Accepts, and says what came of it.
    async fn accepts(&self, console: &mut Working) -> Result<(), NotAdministered> {
        console.order(self.accept());
        let ended = |event: &Event| match event {
            Event::Administered(_, result) => Some(result.clone()),
            _ => None,
        };
        console.hear(ended).await
    }

    /// Asks for the set-up, as its page does.
    async fn looks(&self, console: &mut Working) {
        let question = Question::Setup(self.company);
        console.order(Effect::Load(Generation(2), Load::Administration(question)));
        let answered = |event: &Event| matches!(event, Event::Loaded(Generation(2), _)).then_some(());
        console.hear(answered).await;
    }

    /// Whether Taskfire is on, and how many acknowledgements there are.
    async fn is_so(&self) -> Json {
        let setup = self.ada.get(&format!("companies/{}/setup", self.company)).await.ok();
        json!([setup["isTaskfireActive"], setup["acknowledgements"]])
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_acceptance_that_never_arrived_did_nothing_and_happens_once_when_it_is_asked_for_again() {
    let scene = Scene::new().await;
    let mut console = scene.console().await;
    scene.line.set(Fault::RequestsLost);
    let ended = scene.accepts(&mut console).await;
    assert!(matches!(ended, Err(NotAdministered::Unanswered { .. })), "{ended:?}");
    assert!(scene.line.writes() > 0, "it was tried");
    assert_eq!(scene.is_so().await, json!([false, 0]));
    scene.line.set(Fault::None);
    assert_eq!(scene.accepts(&mut console).await, Ok(()));
    assert_eq!(scene.is_so().await, json!([true, 1]));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_acceptance_whose_answer_was_lost_is_answered_when_it_is_asked_for_again() {
    let scene = Scene::new().await;
    let mut console = scene.console().await;
    scene.line.set(Fault::AnswersLost);
    let ended = scene.accepts(&mut console).await;
    assert!(matches!(ended, Err(NotAdministered::Unanswered { .. })), "{ended:?}");
    assert_eq!(scene.is_so().await, json!([true, 1]));
    scene.line.set(Fault::None);
    assert_eq!(
        scene.accepts(&mut console).await,
        Ok(()),
        "it is on already, and it is not refused"
    );
    assert_eq!(scene.is_so().await, json!([true, 1]));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_accepted_once_more_after_one_saw_what_became_of_it_is_another_acceptance() {
    let scene = Scene::new().await;
    let mut console = scene.console().await;
    scene.line.set(Fault::AnswersLost);
    assert!(scene.accepts(&mut console).await.is_err());
    scene.line.set(Fault::None);
    scene.looks(&mut console).await;
    let disable = format!("companies/{}/taskfire/disable", scene.company);
    let name = json!({"companyName": "Initech"});
    scene.ada.write(&disable, name).await.ok();
    assert_eq!(scene.is_so().await, json!([false, 1]));
    assert_eq!(scene.accepts(&mut console).await, Ok(()));
    assert_eq!(scene.is_so().await, json!([true, 2]));
}

#[test]
fn a_console_that_is_killed_while_it_accepts_leaves_one_acceptance() {
    let here = tokio::runtime::Runtime::new().unwrap();
    let scene = here.block_on(Scene::new());
    let killed = tokio::runtime::Runtime::new().unwrap();
    scene.line.set(Fault::AnswersLost);
    let console = killed.block_on(scene.console());
    console.order(scene.accept());
    while here.block_on(scene.is_so()) == json!([false, 0]) {}
    drop(console);
    killed.shutdown_background();
    scene.line.set(Fault::None);
    here.block_on(async {
        let mut console = scene.console().await;
        assert_eq!(scene.accepts(&mut console).await, Ok(()));
        assert_eq!(scene.is_so().await, json!([true, 1]));
    });
}
