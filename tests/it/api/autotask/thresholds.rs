//! Section 8's limits: off by default, each a setting of one API credential.

use super::integration::{Integration, refusal};
use crate::support::Desk;
use serde_json::json;
use std::num::NonZeroU32;
use std::time::Duration;
use tandem::server::operations::people::thresholds::ThresholdChange;

async fn limit(desk: &Desk, api: &Integration, change: ThresholdChange) {
    let name = api.credential.user_name.clone();
    desk.operations().limit_credential(name, change).await.unwrap();
}

fn hourly(count: u32) -> ThresholdChange {
    ThresholdChange {
        hourly: Some(NonZeroU32::new(count)),
        ..ThresholdChange::default()
    }
}

#[tokio::test]
async fn beyond_the_hours_allowance_calls_are_refused_until_the_window_rolls_on() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let ada = desk.person("ada").await;
    for _ in 0..20 {
        assert_eq!(api.get("Version").await.status, 200, "nothing is limited at first");
    }
    limit(&desk, &api, hourly(21)).await;
    let told = api.get("ThresholdInformation").await.ok();
    assert_eq!(
        told,
        json!({"externalRequestThreshold": 21, "requestThresholdTimeframe": 60, "currentTimeframeRequestCount": 21})
    );
    desk.clock.advance(Duration::from_secs(59 * 60));
    let refused = api.get("Tickets/1").await;
    let text = "The request threshold of 21 requests in 60 minutes has been exceeded.";
    assert_eq!(refusal(&refused), (429, vec![text.to_owned()]));
    assert_eq!(refused.retry_after.as_deref(), Some("60"));
    assert_eq!(
        ada.post("tickets/query", json!({"filter": []})).await.status,
        200,
        "people have no limit"
    );
    let wrong = api.bare(reqwest::Method::GET, "/ATServicesRest/V1.0/Version");
    assert_eq!(api.send(wrong).await.status, 401);
    desk.clock.advance(Duration::from_secs(60));
    assert_eq!(api.get("Tickets/1").await.status, 200);
    limit(
        &desk,
        &api,
        ThresholdChange {
            hourly: Some(None),
            ..ThresholdChange::default()
        },
    )
    .await;
    for _ in 0..30 {
        assert_eq!(api.get("Version").await.status, 200);
    }
}

#[tokio::test]
async fn answers_come_later_the_more_of_the_allowance_is_used() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let delayed = ThresholdChange {
        is_delayed: Some(true),
        ..hourly(8)
    };
    limit(&desk, &api, delayed).await;
    for _ in 0..4 {
        assert_eq!(api.get("Version").await.status, 200, "none below half");
    }
    for wait in [500, 500, 1000, 1000] {
        let asked = tokio::spawn({
            let api = api.clone();
            async move { api.get("Version").await.status }
        });
        desk.clock.when_pausing(1).await;
        desk.clock.advance(Duration::from_millis(wait - 1));
        desk.clock.when_pausing(1).await;
        assert!(!asked.is_finished());
        desk.clock.advance(Duration::from_millis(1));
        assert_eq!(asked.await.unwrap(), 200);
    }
    assert_eq!(api.get("Version").await.status, 429);
}

#[tokio::test]
async fn no_more_than_so_many_requests_to_an_entity_are_answered_at_a_time() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let held = ThresholdChange {
        at_once: Some(NonZeroU32::new(3)),
        is_delayed: Some(true),
        ..hourly(100)
    };
    for _ in 0..60 {
        api.get("Version").await;
    }
    limit(&desk, &api, held).await;
    let asked: Vec<_> = (0..3)
        .map(|_| {
            let api = api.clone();
            tokio::spawn(async move { api.get("Tickets/1").await.status })
        })
        .collect();
    desk.clock.when_pausing(3).await;
    let text = "Itgenatr005: the thread threshold of 3 requests at a time has been exceeded.";
    for path in ["Tickets/2", "tickets/query?search={\"filter\":[]}"] {
        assert_eq!(refusal(&api.get(path).await), (429, vec![text.to_owned()]));
    }
    let elsewhere = tokio::spawn({
        let api = api.clone();
        async move { api.get("Companies/0").await.status }
    });
    desk.clock.when_pausing(4).await;
    let zone = format!("/ATServicesRest/V1.0/zoneInformation?user={}", api.credential.user_name);
    let zone = api.send(api.bare(reqwest::Method::GET, &zone)).await;
    assert_eq!(zone.status, 200, "zone calls are exempt");
    desk.clock.advance(Duration::from_secs(1));
    for asked in asked {
        assert_eq!(asked.await.unwrap(), 200);
    }
    assert_eq!(elsewhere.await.unwrap(), 200);
}
