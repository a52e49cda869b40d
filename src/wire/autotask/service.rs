//! What the service says about itself.

use super::address::{PREFIX, VERSION};
use serde::{Deserialize, Serialize};

/// Where an API user's zone is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ZoneInformation {
    /// What people call it.
    pub zone_name: String,
    /// Where the REST routes begin. It ends with `/`: clients append to it.
    pub url: String,
    /// Where the web pages begin.
    pub web_url: String,
    /// The number of the database.
    pub ci: i64,
}

impl ZoneInformation {
    /// The one zone of a server at this origin (`https://desk.example`).
    #[must_use]
    pub fn at(origin: &str) -> Self {
        Self {
            zone_name: "Local".to_owned(),
            url: format!("{origin}/{PREFIX}/"),
            web_url: format!("{origin}/"),
            ci: 1,
        }
    }
}

/// Which versions of the API there are. One client pastes the text into the path, so it is spelled as there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct VersionInformation {
    api_versions: [&'static str; 1],
}

impl VersionInformation {
    /// The one version.
    #[must_use]
    pub fn current() -> Self {
        Self {
            api_versions: [VERSION],
        }
    }
}

/// The server's own version, in texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Version {
    major_version: &'static str,
    minor_version: &'static str,
    build: &'static str,
    customer_type: &'static str,
}

impl Version {
    /// That of this program.
    #[must_use]
    pub fn current() -> Self {
        Self {
            major_version: env!("CARGO_PKG_VERSION_MAJOR"),
            minor_version: env!("CARGO_PKG_VERSION_MINOR"),
            build: env!("CARGO_PKG_VERSION_PATCH"),
            customer_type: "Tandem",
        }
    }
}

/// Which modules are switched on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Modules {
    modules: [Module; 1],
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Module {
    key: &'static str,
    value: bool,
}

impl Modules {
    /// Those that this server has.
    #[must_use]
    pub fn current() -> Self {
        Self {
            modules: [Module {
                key: "Service Desk",
                value: true,
            }],
        }
    }
}

/// How many requests may be made in a timeframe, and how many were.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ThresholdInformation {
    external_request_threshold: u64,
    request_threshold_timeframe: i64,
    current_timeframe_request_count: u64,
}

impl ThresholdInformation {
    /// The timeframe, in minutes.
    pub const TIMEFRAME: i64 = 60;
    /// Autotask's allowance in it, which is told where there is no limit.
    pub const ALLOWANCE: u64 = 10_000;

    /// After this many requests in the last [`ThresholdInformation::TIMEFRAME`], of so many.
    #[must_use]
    pub fn after(requests: u64, allowance: u64) -> Self {
        Self {
            external_request_threshold: allowance,
            request_threshold_timeframe: Self::TIMEFRAME,
            current_timeframe_request_count: requests,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_service_describes_itself_in_autotasks_words() {
        for (answer, expected) in [
            (
                json!(ZoneInformation::at("http://127.0.0.1:8080")),
                json!({"zoneName": "Local", "url": "http://127.0.0.1:8080/ATServicesRest/", "webUrl": "http://127.0.0.1:8080/", "ci": 1}),
            ),
            (json!(VersionInformation::current()), json!({"apiVersions": ["V1.0"]})),
            (
                json!(Modules::current()),
                json!({"modules": [{"key": "Service Desk", "value": true}]}),
            ),
            (
                json!(ThresholdInformation::after(7, ThresholdInformation::ALLOWANCE)),
                json!({"externalRequestThreshold": 10000, "requestThresholdTimeframe": 60, "currentTimeframeRequestCount": 7}),
            ),
        ] {
            assert_eq!(answer, expected);
        }
        assert!(
            json!(Version::current())
                .as_object()
                .unwrap()
                .values()
                .all(serde_json::Value::is_string)
        );
    }
}
