//! Writes of whole documents: each can say which state its writer saw, so that nobody overwrites what they never read.

use crate::base::secret::digest;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value as Json;

/// The field that says it, beside the document's own.
pub const SEEN: &str = "seen";

/// A document to be written, and the `seen` of the answer that it was made from; none writes over whatever is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seeing<T> {
    /// The document.
    pub value: T,
    /// What the answer said.
    pub seen: Option<String>,
}

impl<T> Seeing<T> {
    /// A document that was made from the answer with that `seen`.
    #[must_use]
    pub fn new(value: T, seen: impl Into<String>) -> Self {
        Self {
            value,
            seen: Some(seen.into()),
        }
    }
}

impl<T> From<T> for Seeing<T> {
    fn from(value: T) -> Self {
        Self { value, seen: None }
    }
}

impl<T: Serialize> Serialize for Seeing<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut document = serde_json::to_value(&self.value).map_err(serde::ser::Error::custom)?;
        if let (Json::Object(fields), Some(seen)) = (&mut document, &self.seen) {
            fields.insert(SEEN.to_owned(), seen.as_str().into());
        }
        document.serialize(serializer)
    }
}

impl<'de, T: for<'own> Deserialize<'own>> Deserialize<'de> for Seeing<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut document = Json::deserialize(deserializer)?;
        let seen = document.as_object_mut().and_then(|fields| fields.remove(SEEN));
        let seen = Option::<String>::deserialize(seen.unwrap_or_default()).map_err(D::Error::custom)?;
        let value = serde_json::from_value(document).map_err(D::Error::custom)?;
        Ok(Self { value, seen })
    }
}

/// What says which state of a document somebody saw.
#[must_use]
pub fn seen(document: &impl Serialize) -> String {
    let text = serde_json::to_string(document).unwrap_or_default();
    digest(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::administration::setup::Switch;
    use serde_json::json;

    #[test]
    fn what_was_seen_goes_beside_the_documents_own_fields_which_stay_checked() {
        let seeing = Seeing::new(Switch { is_active: true }, "abc");
        let json = json!({"isActive": true, "seen": "abc"});
        assert_eq!(serde_json::to_value(&seeing).unwrap(), json);
        assert_eq!(serde_json::from_value::<Seeing<Switch>>(json).unwrap(), seeing);
        for without in [json!({"isActive": true}), json!({"isActive": true, "seen": null})] {
            let read: Seeing<Switch> = serde_json::from_value(without).unwrap();
            assert_eq!(read, Switch { is_active: true }.into());
        }
        for wrong in [
            json!({"isActive": true, "other": 1}),
            json!({"isActive": true, "seen": 1}),
            json!([]),
        ] {
            assert!(serde_json::from_value::<Seeing<Switch>>(wrong).is_err());
        }
    }
}
