//! Where webhooks may send to.

use super::receiver::Receiver;
use crate::api::autotask::Integration;
use crate::api::autotask::integration::refusal;
use crate::support::Desk;
use serde_json::json;

#[tokio::test]
async fn the_servers_own_network_is_refused_however_it_is_spelled() {
    let receiver = Receiver::new().await;
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let mut allowed = receiver.webhook();
    allowed["webhookUrl"] = json!("https://hooks.example.test/tickets");
    allowed["deactivationUrl"] = json!("https://hooks.example.test/off");
    let hook = Integration::created(&api.post("TicketWebhooks", allowed.clone()).await);
    for address in [
        "http://hooks.example.test/",
        "https://127.0.0.1/",
        "https://127.1:8443/",
        "https://2130706433/",
        "https://0x7f.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://10.1.2.3/",
        "https://100.64.1.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://localhost/",
        "https://hooks.example.test@127.0.0.1/",
        "https://hooks.example.test:pw@8.8.8.8/",
        "ftp://hooks.example.test/",
        "/hook",
        &receiver.origin,
    ] {
        for field in ["webhookUrl", "deactivationUrl"] {
            let mut body = allowed.clone();
            body[field] = json!(address);
            let (status, errors) = refusal(&api.post("TicketWebhooks", body).await);
            assert!(status == 500 && errors[0].starts_with(field), "{address}: {errors:?}");
            let changed = api.patch("TicketWebhooks", json!({"id": hook, field: address})).await;
            assert_eq!(refusal(&changed), (500, errors), "{address}");
        }
    }
    assert_eq!(api.ids("TicketWebhooks", json!([])).await, [hook]);
    let (_, errors) = refusal(
        &api.patch(
            "TicketWebhooks",
            json!({"id": hook, "webhookUrl": "https://10.0.0.1:8443/x"}),
        )
        .await,
    );
    assert_eq!(
        errors,
        [
            "webhookUrl leads to 10.0.0.1, which is not public; start the server with --webhooks-to https://10.0.0.1:8443 to allow it."
        ]
    );
}

#[tokio::test]
async fn what_is_not_allowed_any_more_is_not_sent_to() {
    let mut receiver = Receiver::new().await;
    let mut desk = receiver.desk().await;
    let api = Integration::new(&desk).await;
    super::receiver::ticket_webhook(&api, receiver.webhook(), &["title"], &[]).await;
    desk.restart_with(|settings| settings.destinations = vec!["nothing".parse().unwrap()].into())
        .await;
    api.ticket(&desk, json!({})).await;
    desk.clock.when_pausing(1).await;
    assert_eq!(receiver.rest().len(), 0);
}
