//! What an acknowledgement says besides the agreement's text: for the screen and for the exported file alike.

use crate::base::zone::Zone;
use crate::records::administration::setup::Acknowledgement;
use crate::tui::app::App;

/// Names and values, in their order.
#[must_use]
pub fn of(app: &App, one: &Acknowledgement) -> Vec<(String, String)> {
    let label = |key: &str| app.text(key).into_owned();
    let agreement = &one.agreement;
    let language = app.text(&format!("language-{}", agreement.language));
    let version = [
        ("version", agreement.version.into()),
        ("published", agreement.published.as_str().into()),
        ("language", language.into()),
    ];
    vec![
        (label("acknowledgement-company"), one.company_name.clone()),
        (
            label("acknowledgement-version"),
            app.say("acknowledgement-version-value", &version).into_owned(),
        ),
        (label("acknowledgement-by"), one.resource_name.clone()),
        (label("acknowledgement-at"), moment(one)),
        (label("acknowledgement-digest"), agreement.digest.clone()),
    ]
}

/// What was accepted: the text, and below it the two boxes that were ticked. Without the ticks it is what the digest is of.
#[must_use]
pub fn accepted(one: &Acknowledgement) -> String {
    let agreement = &one.agreement;
    let boxes = agreement.boxes.iter().filter(|said| !said.is_empty());
    let boxes: String = boxes.map(|said| format!("\n[x] {said}")).collect();
    format!("{}{boxes}\n", agreement.text)
}

/// The moment in the provider's time zone as of then, which is named.
fn moment(one: &Acknowledgement) -> String {
    // A zone that is not known any more is named, with the moment in UTC.
    let zone: Zone = one.time_zone.parse().unwrap_or(Zone::UTC);
    format!("{} ({})", zone.wall(one.at), one.time_zone)
}
