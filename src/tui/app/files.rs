//! Writing something into a file that the person names. A file that is there is not written over without asking.

use super::App;
use crate::base::whole_file::Existing;
use crate::tui::effect::{Content, Effect, Export, Generation};
use crate::tui::msg::{NotWritten, Saying, Weight};
use crate::tui::overlays::confirm::Confirm;
use crate::tui::overlays::field::Field;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::{Answer, Overlay, Purpose};

/// The field of the path.
const PATH: &str = "path";

/// Asks where to; the default lies in the current folder.
pub fn ask(app: &mut App, title: String, name: &str, content: Content) -> Vec<Effect> {
    let label = app.text("export-path").into_owned();
    let verb = app.text("export-verb").into_owned();
    let leave = app.text("export-leave").into_owned();
    let form = Form::new(title, verb, leave, Purpose::Export(content));
    form.with(vec![Field::line(PATH, label, name)]).open(app, &[])
}

/// The place was named: writes there unless something is there already.
pub fn confirm(app: &mut App, content: Content, answer: Answer) -> Vec<Effect> {
    let Answer::Filled(form) = answer else {
        return Vec::new();
    };
    let path = form.text(PATH).trim().to_owned();
    if path.is_empty() {
        let why = app.text("export-no-path").into_owned();
        return form.refuse(app, PATH, why);
    }
    app.overlays.push(Overlay::Form(form));
    let existing = Existing::Keep;
    write(
        app,
        Export {
            path,
            content,
            existing,
        },
    )
}

/// The file that is there may be written over.
pub fn replace(app: &mut App, export: Export) -> Vec<Effect> {
    let existing = Existing::Replace;
    write(app, Export { existing, ..export })
}

/// Writes; the dialog waits for what comes of it.
fn write(app: &mut App, export: Export) -> Vec<Effect> {
    let generation = app.generation.advance();
    if let Some(Overlay::Form(form)) = app.overlays.last_mut() {
        form.waits = Some(generation);
    }
    vec![Effect::Export(generation, export)]
}

/// What came of it.
pub(super) fn written(
    app: &mut App,
    generation: Generation,
    result: Result<String, (Export, NotWritten)>,
) -> Vec<Effect> {
    let at = app
        .overlays
        .iter()
        .position(|overlay| matches!(overlay, Overlay::Form(form) if form.waits == Some(generation)));
    let (export, why) = match result {
        Ok(path) => {
            if let Some(at) = at {
                app.overlays.remove(at);
            }
            let text = app.say("export-done", &[("path", path.into())]).into_owned();
            let weight = Weight::Done;
            app.messages.say(app.now, Saying { weight, text });
            return Vec::new();
        }
        Err(not_written) => not_written,
    };
    let path = [("path", export.path.as_str().into())];
    let (text, is_there) = match &why {
        NotWritten::Exists => (app.say("export-exists", &path).into_owned(), true),
        NotWritten::Failed(why) => (why.clone(), false),
    };
    let Some(Overlay::Form(form)) = at.and_then(|at| app.overlays.get_mut(at)) else {
        app.warn(text);
        return Vec::new();
    };
    form.not_done(text.clone(), Some(PATH));
    if is_there && at.is_some_and(|at| at + 1 == app.overlays.len()) {
        let question = app.say("export-replace", &[("path", export.path.as_str().into())]);
        let question = question.into_owned();
        let confirm = Confirm::new(question, Purpose::Replace(export));
        app.overlays.push(Overlay::Confirm(confirm));
    }
    Vec::new()
}
