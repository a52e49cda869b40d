//! One case from beginning to end.

use super::actions;
use super::agreement;
use super::automation;
use super::billing;
use super::checks::{self, Done};
use super::contracts;
use super::form::{Case, Given, Step};
use super::instance;
use super::levels;
use super::people::Cast;
use super::permissions;
use super::report::Verdict;
use super::setup;
use super::world::World;

/// Why a case ends before it can be judged.
#[derive(Debug)]
pub enum Stop {
    /// A form, an action or a label that isn't known.
    Unknown(String),
    /// The server doesn't do what every case needs of it.
    Broken(String),
}

impl From<String> for Stop {
    fn from(what: String) -> Self {
        Self::Broken(what)
    }
}

/// Runs a case.
pub async fn case(case: &Case) -> Verdict {
    let judged = if case.is_permission() {
        permissions::judge(case).await
    } else {
        judge(case).await
    };
    judged.unwrap_or_else(|stop| match stop {
        Stop::Unknown(what) => Verdict::Unknown(what),
        Stop::Broken(what) => Verdict::Broken(what),
    })
}

async fn judge(case: &Case) -> Result<Verdict, Stop> {
    if let Some(verdict) = billing::judge(case)? {
        return Ok(verdict);
    }
    if let Some(verdict) = automation::judge(case).await? {
        return Ok(verdict);
    }
    if let Some(verdict) = agreement::judge(case).await? {
        return Ok(verdict);
    }
    if let Some(verdict) = instance::judge(case).await? {
        return Ok(verdict);
    }
    if let Some(verdict) = levels::judge(case).await? {
        return Ok(verdict);
    }
    if let Some(verdict) = contracts::judge(case).await? {
        return Ok(verdict);
    }
    let steps = case.steps().map_err(Stop::Unknown)?;
    let given: Given =
        serde_json::from_value(case.given.clone()).map_err(|error| Stop::Unknown(format!("given: {error}")))?;
    let cast = Cast::of(&given, &steps).map_err(Stop::Unknown)?;
    let org = given.org.as_deref().unwrap_or("acme");
    let mut world = World::new(cast, org, given.now.as_deref()).await?;
    setup::given(&mut world, &given).await?;
    let done = walk(&mut world, &steps).await?;
    verdict(&mut world, &done, case).await
}

/// The differences as a verdict.
///
/// # Errors
/// As [`checks::differences`].
pub async fn verdict(world: &mut World, done: &Done, case: &Case) -> Result<Verdict, Stop> {
    let differences = checks::differences(world, done, &case.then).await?;
    world.desk.stop().await;
    Ok(if differences.is_empty() {
        Verdict::Holds
    } else {
        Verdict::Differs(differences)
    })
}

/// Takes the steps, up to the first that is refused.
async fn walk(world: &mut World, steps: &[Step]) -> Result<Done, Stop> {
    let mut done = Done::default();
    for step in steps {
        let answer = actions::perform(world, step).await?;
        let carry_over = answer.body.get("carryOver").and_then(|carry_over| carry_over.as_str());
        done.carried_over += usize::from(carry_over == Some("synced"));
        done.action.clone_from(&step.action);
        let refused = !answer.is_done();
        done.answer = Some(answer);
        if refused {
            break;
        }
    }
    Ok(done)
}
