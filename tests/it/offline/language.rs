//! The language that a server is asked in.

use super::console::remote_by;
use super::line::Line;
use crate::support::Desk;
use tandem::base::{Language, Secret};
use tandem::remote::{RemoteError, Way};
use tandem::sentences::{Sentences, Spoken};

#[tokio::test(flavor = "multi_thread")]
async fn a_server_refuses_in_the_language_that_was_chosen_since_the_line_began() {
    let desk = Desk::new().await;
    let line = Line::to(desk.socket()).await;
    let spoken = Spoken::default();
    let way = Way {
        spoken: spoken.clone(),
        ..Way::default()
    };
    let (remote, _) = remote_by(&way, &desk, "theo", &line.url()).await;
    let short = Secret::new("short");
    for (language, said) in [
        (Language::English, "password"),
        (Language::German, "Passwort"),
        (Language::Spanish, "contraseña"),
    ] {
        spoken.speak(Sentences::new(language));
        let refused = remote.change_password(&short, &short).await.map(drop);
        let Err(RemoteError::Refused(problem)) = refused else {
            panic!("{refused:?}");
        };
        assert!(problem.message.contains(said), "{}", problem.message);
    }
}
