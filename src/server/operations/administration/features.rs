//! Features of the activations page (CP-21, CP-23), and the subscription that they need (CP-20).

use super::Done;
use crate::domain::Refusal;
use crate::records::administration::instance::{Feature, FeatureSwitch, Subscription};
use crate::server::operations::OperationError;
use crate::server::store::{StoreError, Writing};
use rusqlite::{Connection, OptionalExtension};
use serde_json::{Value as Json, json};

/// Whether a feature is on for the whole instance: switched on, and in its subscription. Taskfire that is on at a client
/// goes on there when the instance's is switched off; it can only not be enabled any more.
///
/// # Errors
/// The database's.
pub fn is_active(connection: &Connection, feature: Feature) -> Result<bool, StoreError> {
    Ok(is_subscribed(connection)? && is_switched_on(connection, feature)?)
}

/// Whether Taskfire can be enabled at clients: it, and the portal in which its people work, are on for the whole instance
/// (TF-03, CP-21).
///
/// # Errors
/// The database's.
pub fn can_enable_taskfire(connection: &Connection) -> Result<bool, StoreError> {
    Ok(is_active(connection, Feature::Taskfire)? && is_active(connection, Feature::Portal)?)
}

/// The features in the page's order, with whether they are on.
///
/// # Errors
/// The database's.
pub fn all(connection: &Connection) -> Result<Vec<FeatureSwitch>, StoreError> {
    let switches = Feature::ALL.into_iter().map(|feature| {
        let is_active = is_active(connection, feature)?;
        Ok(FeatureSwitch { feature, is_active })
    });
    switches.collect()
}

/// Switches a feature inside a write.
///
/// # Errors
/// `feature_inactive` where the subscription doesn't have it.
pub fn switch(writing: &Writing<'_>, wanted: FeatureSwitch) -> Result<Done, OperationError> {
    let FeatureSwitch { feature, is_active } = wanted;
    if is_active && !is_subscribed(writing)? {
        return Err(Refusal::FeatureInactive.into());
    }
    let before = self::is_active(writing, feature)?;
    writing.execute(
        "INSERT OR REPLACE INTO feature (name, is_active) VALUES (?1, ?2)",
        (feature.word(), is_active),
    )?;
    Ok(Done {
        company: None,
        subject: feature.word().to_owned(),
        before: state(feature, before),
        after: state(feature, is_active),
        answer: None,
    })
}

fn state(feature: Feature, is_active: bool) -> Json {
    json!(FeatureSwitch { feature, is_active })
}

fn is_switched_on(connection: &Connection, feature: Feature) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached("SELECT is_active FROM feature WHERE name = ?1")?;
    let switched = statement.query_row([feature.word()], |row| row.get(0)).optional()?;
    Ok(switched.unwrap_or(matches!(feature, Feature::Portal | Feature::Taskfire)))
}

/// Every feature is part of Premium and Ultimate (CP-20, CMX-06).
fn is_subscribed(connection: &Connection) -> Result<bool, StoreError> {
    Ok(subscription(connection)? != Subscription::Essentials)
}

/// What the provider has subscribed to.
///
/// # Errors
/// The database's.
pub fn subscription(connection: &Connection) -> Result<Subscription, StoreError> {
    let mut statement = connection.prepare_cached("SELECT subscription FROM instance")?;
    let word: String = statement.query_row([], |row| row.get(0))?;
    serde_json::from_value(Json::String(word)).map_err(|error| StoreError::Corrupt(format!("instance: {error}")))
}
