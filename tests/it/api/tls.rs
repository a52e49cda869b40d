//! The server with a certificate of its own.

use crate::support::Desk;
use tandem::server::{Server, Settings, StartError, Tls};

#[tokio::test]
async fn a_server_with_a_certificate_answers_those_who_trust_it_and_no_plain_request() {
    let folder = tempfile::tempdir().unwrap();
    let made = rcgen::generate_simple_self_signed(vec!["127.0.0.1".to_owned()]).unwrap();
    let tls = Tls {
        certificate: folder.path().join("certificate.pem"),
        key: folder.path().join("key.pem"),
    };
    std::fs::write(&tls.certificate, made.cert.pem()).unwrap();
    std::fs::write(&tls.key, made.signing_key.serialize_pem()).unwrap();
    let desk = Desk::with(|settings| Settings {
        tls: Some(tls),
        ..settings
    })
    .await;
    let trusted = reqwest::Certificate::from_pem(made.cert.pem().as_bytes()).unwrap();
    let client = reqwest::Client::builder().tls_certs_only([trusted]).build().unwrap();
    let plain = format!("{}/health", desk.address());
    let secure = plain.replace("http://", "https://");
    let health = client.get(&secure).send().await.unwrap();
    assert_eq!(health.status().as_u16(), 200);
    let stranger = reqwest::Client::new();
    assert!(stranger.get(&secure).send().await.is_err());
    assert!(stranger.get(&plain).send().await.is_err());
}

#[tokio::test]
async fn a_certificate_that_is_none_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let listen = std::net::SocketAddr::from((std::net::Ipv4Addr::LOCALHOST, 0));
    let mut settings = Settings::new(folder.path().join("desk.sqlite"), listen, "Northwind");
    settings.tls = Some(Tls {
        certificate: folder.path().join("nothing.pem"),
        key: folder.path().join("nothing.key"),
    });
    let Err(error) = Server::start(settings).await else {
        panic!("it started")
    };
    assert!(matches!(error, StartError::Tls { .. }));
    assert!(error.to_string().contains("nothing.pem"), "{error}");
}
