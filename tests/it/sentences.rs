//! The sentences of `assets/text`: every language says all of them, none is there for nothing, and nothing that speaks to a
//! person says one of its own.

use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use tandem::base::Language;

/// What a sentence or an attribute needs to be filled in.
type Arguments = BTreeSet<String>;

/// Every sentence of a language with its attributes: `intent-go-back`, `intent-go-back.short`.
fn sentences(language: &str) -> BTreeMap<String, Arguments> {
    let folder = root().join("assets/text").join(language);
    let mut found = BTreeMap::new();
    for file in files(&folder, "ftl") {
        let text = std::fs::read_to_string(&file).unwrap();
        let mut key = String::new();
        let mut message = String::new();
        for line in text.lines() {
            let (name, rest) = line.split_once('=').unwrap_or(("", line));
            let name = name.trim();
            if line.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
                name.clone_into(&mut message);
                key = message.clone();
            } else if let Some(attribute) = name.strip_prefix('.') {
                key = format!("{message}.{attribute}");
            }
            if !key.is_empty() && !line.starts_with('#') {
                let arguments: &mut Arguments = found.entry(key.clone()).or_default();
                let said = if name.is_empty() { line } else { rest };
                arguments.extend(said.split('$').skip(1).map(|after| {
                    let end = after.find(|letter: char| !letter.is_ascii_alphanumeric());
                    after[..end.unwrap_or(after.len())].to_owned()
                }));
            }
        }
    }
    assert!(found.len() > 300, "{language} has only {} sentences", found.len());
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(self::files(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// A text that stands in a program, with its place.
struct Literal {
    place: String,
    text: String,
    /// Whether it is an attribute's argument, or describes a route in the API's document.
    describes: bool,
}

/// Every text of a source file but those of its tests.
fn literals(file: &Path) -> Vec<Literal> {
    let text = std::fs::read_to_string(file).unwrap();
    let tokens: TokenStream = text.parse().unwrap();
    let mut found = Vec::new();
    scan(tokens, file, false, &mut found);
    found
}

/// What an error of thiserror says by itself is a text of the program like any other.
fn is_error(attribute: &TokenStream) -> bool {
    let first = attribute.clone().into_iter().next();
    matches!(first, Some(TokenTree::Ident(ident)) if ident == "error")
}

/// What fills these in is not its reader's: the log, what a database holds against the program's own law, and what is
/// said as Autotask says it.
const UNSAID: [&str; 4] = ["tracing", "Corrupt", "corrupt", "elsewhere"];

/// What a function gives back that describes routes.
const DESCRIPTIONS: [&str; 3] = ["Described", "OpenApiRouter", "UtoipaMethodRouter"];

fn scan(tokens: TokenStream, file: &Path, describes: bool, found: &mut Vec<Literal>) {
    let mut is_test = false;
    let mut is_attribute = false;
    let mut is_unsaid = false;
    let mut is_result = false;
    let mut is_description = false;
    for token in tokens {
        let is_arrow = matches!(&token, TokenTree::Punct(punct) if matches!(punct.as_char(), '-' | '>'));
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '#' => is_attribute = true,
            TokenTree::Punct(punct) if is_attribute && punct.as_char() == '!' => {}
            TokenTree::Group(group) if is_attribute => {
                is_test |= group.stream().to_string() == "cfg (test)";
                is_attribute = false;
                scan(group.stream(), file, !is_error(&group.stream()), found);
            }
            // What follows `#[cfg(test)]`, up to its body or its semicolon.
            TokenTree::Group(group) if is_test && group.delimiter() == proc_macro2::Delimiter::Brace => is_test = false,
            TokenTree::Punct(punct) if is_test && punct.as_char() == ';' => is_test = false,
            TokenTree::Punct(punct) if is_unsaid && punct.as_char() == ';' => is_unsaid = false,
            TokenTree::Ident(ident) if UNSAID.iter().any(|unsaid| ident == unsaid) => is_unsaid = true,
            TokenTree::Group(_) if is_unsaid => is_unsaid = false,
            TokenTree::Ident(ident) if is_result && DESCRIPTIONS.iter().any(|result| ident == result) => {
                is_description = true;
            }
            TokenTree::Group(group) if is_description && group.delimiter() == proc_macro2::Delimiter::Brace => {
                is_description = false;
                scan(group.stream(), file, true, found);
            }
            TokenTree::Group(group) if !is_test => scan(group.stream(), file, describes, found),
            TokenTree::Literal(literal) if !is_test => {
                let written = literal.to_string();
                if let Some(text) = written.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
                    let name = file.strip_prefix(root()).unwrap().display();
                    found.push(Literal {
                        place: format!("{name}:{}", literal.span().start().line),
                        text: text.to_owned(),
                        describes,
                    });
                }
            }
            _ => is_attribute &= false,
        }
        is_result = is_arrow;
    }
}

#[test]
fn every_language_says_what_english_says_with_the_same_arguments() {
    let english = sentences("en");
    for language in Language::ALL.map(Language::tag) {
        let other = sentences(language);
        let missing: Vec<_> = english.keys().filter(|key| !other.contains_key(*key)).collect();
        assert!(missing.is_empty(), "{language} lacks {missing:?}");
        let spare: Vec<_> = other.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(spare.is_empty(), "{language} has what English hasn't: {spare:?}");
        let differs: Vec<_> = english
            .iter()
            .filter(|(key, arguments)| other[*key] != **arguments)
            .collect();
        assert!(
            differs.is_empty(),
            "{language} fills these in with other arguments: {differs:?}"
        );
    }
}

fn is_attribute_of(text: &str, key: &str) -> bool {
    text.strip_prefix(key).is_some_and(|rest| rest.starts_with('.'))
}

#[test]
fn no_sentence_is_there_for_nothing() {
    let texts: Vec<String> = files(&root().join("src"), "rs")
        .iter()
        .flat_map(|file| literals(file))
        .map(|literal| literal.text)
        .collect();
    let plain: BTreeSet<&str> = texts.iter().map(String::as_str).collect();
    // `level-{}` names every sentence that begins so.
    let beginnings: Vec<(&str, &str)> = texts
        .iter()
        .filter_map(|text| {
            let (beginning, rest) = text.split_once('{')?;
            let (_, end) = rest.rsplit_once('}')?;
            (beginning.len() > 3 && beginning.contains('-')).then_some((beginning, end))
        })
        .collect();
    let unused: Vec<_> = sentences("en")
        .into_keys()
        // An attribute goes with its sentence.
        .filter(|key| !key.contains('.'))
        .filter(|key| !plain.contains(key.as_str()) && !texts.iter().any(|text| is_attribute_of(text, key)))
        .filter(|key| {
            !beginnings
                .iter()
                .any(|(from, to)| key.starts_with(from) && key.ends_with(to))
        })
        .collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
}

/// Who says attributes of many sentences: the attribute, how the sentences begin, and the file that says it.
const FAMILIES: [(&str, &str, &str); 16] = [
    ("short", "intent-", "src/tui/footer.rs"),
    ("brief", "intent-", "src/tui/footer.rs"),
    ("verb", "intent-", "src/tui/panes/ticket/proposing.rs"),
    ("about", "intent-", "src/tui/overlays/palette.rs"),
    ("about", "sign-in-", "src/tui/overlays/sign_in/draw.rs"),
    ("about", "step-", "src/tui/panes/setup/details.rs"),
    ("about", "portal-", "src/tui/panes/portal/draw.rs"),
    ("about", "setting-", "src/tui/panes/settings/draw.rs"),
    ("about", "guide-", "src/tui/overlays/guide.rs"),
    ("about", "contract-", "src/tui/panes/contracts/create.rs"),
    ("about", "time-expired-", "src/tui/panes/contract_settings/activate.rs"),
    ("short", "automation-warning-", "src/tui/panes/companies/draw.rs"),
    ("word", "automation-warning-", "src/tui/panes/companies/draw.rs"),
    ("short", "completes-", "src/tui/panes/ticket/boxes.rs"),
    ("short", "compose-", "src/tui/overlays/compose.rs"),
    ("short", "ticket-", "src/tui/panes/ticket/boxes.rs"),
];

#[test]
fn no_attribute_of_a_sentence_is_there_for_nothing() {
    let said: BTreeMap<String, Vec<String>> = files(&root().join("src"), "rs")
        .iter()
        .map(|file| {
            let name = file.strip_prefix(root()).unwrap().display().to_string();
            (name, literals(file).into_iter().map(|literal| literal.text).collect())
        })
        .collect();
    let all: BTreeSet<&str> = said.values().flatten().map(String::as_str).collect();
    let says = |(attribute, _, file): &(&str, &str, &str)| {
        let mark = format!(".{attribute}");
        said[*file].iter().any(|text| text.ends_with(&mark))
    };
    for family in &FAMILIES {
        assert!(says(family), "{} doesn't say .{}", family.2, family.0);
    }
    let unused: Vec<_> = sentences("en")
        .into_keys()
        .filter(|key| key.contains('.') && !all.contains(key.as_str()))
        .filter(|key| {
            let (sentence, attribute) = key.split_once('.').unwrap();
            let fits = |(of, beginning, _): &(&str, &str, &str)| *of == attribute && sentence.starts_with(beginning);
            !FAMILIES.iter().any(fits)
        })
        .collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
}

/// The words that name a key, as people of each language write them.
const KEYS: [&str; 13] = [
    "tab",
    "esc",
    "escape",
    "pgup",
    "pgdn",
    "ctrl-",
    "strg",
    "alt-",
    "shift-",
    "umschalt",
    "tabulador",
    "intro",
    "eingabetaste",
];

#[test]
fn no_sentence_of_the_console_names_a_key_that_may_be_bound_otherwise() {
    let mut named = Vec::new();
    for language in Language::ALL.map(Language::tag) {
        let folder = root().join("assets/text").join(language);
        for file in files(&folder, "ftl") {
            // The command line's keys are the terminal's own.
            if file.ends_with("command_line.ftl") {
                continue;
            }
            for (at, line) in std::fs::read_to_string(&file).unwrap().lines().enumerate() {
                let said = line.split_once('=').map_or(line, |(_, said)| said);
                let words = said.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
                let is_key = |word: &str| {
                    let small = word.to_lowercase();
                    let names = |key: &&str| small == **key || (key.ends_with('-') && small.starts_with(*key));
                    // In English one enters things; elsewhere the word is the key.
                    let is_enter = small == "enter" && (language != "en" || word == "enter");
                    is_enter || KEYS.iter().any(names)
                };
                if !line.starts_with('#') && words.clone().any(is_key) {
                    named.push(format!("{}:{}: {said}", file.display(), at + 1));
                }
            }
        }
    }
    assert!(
        named.is_empty(),
        "these name keys; let the keymap say which:\n{}",
        named.join("\n")
    );
}

/// What speaks to the person who works. What stands below these, fields and filters, speaks to programs in English, as
/// Autotask's routes do by contract, and has its sentences where a person meets it.
const SPEAKING: [&str; 8] = [
    "src/cli",
    "src/config",
    "src/import",
    "src/remote",
    "src/replica",
    "src/server",
    "src/sync",
    "src/tui",
];

/// Where texts stand that are not said: what mail programs write over a quoted message, the tags of a page of HTML, what
/// other desks call their columns and words, and what only tests use.
const NOT_SAID: [&str; 7] = [
    "import/suggest/columns.rs",
    "import/suggest/words.rs",
    "replica/fixture.rs",
    "replica/probe.rs",
    "replica/tests/",
    "tui/panes/ticket/prose.rs",
    "tui/billing/papers/html.rs",
];

/// What the server says to programs in English: as Autotask does, in the API's document, and of callouts, whose failures
/// Autotask's routes list; and what is wrong with the files of the demo desk, to whoever writes them.
const SAID_TO_PROGRAMS: [&str; 7] = [
    "server/callouts/",
    "server/demo/",
    "server/destinations.rs",
    "server/openapi/",
    "server/operations/autotask/",
    "server/operations/webhooks/",
    "server/routes/autotask/",
];

/// What is kept with the records in Autotask's own language, for readers of every language: names that nobody has given,
/// and the notes that contracts keep of what became of them.
const KEPT: [&str; 7] = [
    "server/operations/contracts/copies.rs",
    "server/operations/contracts/first_day.rs",
    "server/operations/contracts/prices.rs",
    "server/operations/contracts/renewed.rs",
    "server/operations/picklists.rs",
    "server/operations/support/making.rs",
    "server/store/seed.rs",
];

/// How begins what the command line's grammar says, in the language of its own help: examples, and what an argument
/// should have been.
const GRAMMAR: [&str; 3] = ["\\\nExample", "write ", "take "];

/// What a database is asked, or a part of that.
fn is_sql(text: &str) -> bool {
    const WORDS: [&str; 18] = [
        "BEGIN",
        "CASE",
        "CREATE",
        "DELETE",
        "EXPLAIN",
        "INDEXED",
        "INSERT",
        "JOIN",
        "NULL",
        "NULLS",
        "ORDER",
        "PRAGMA",
        "RELEASE",
        "ROLLBACK",
        "SAVEPOINT",
        "SELECT",
        "UPDATE",
        "WHERE",
    ];
    let mut words = text.split(|letter: char| !letter.is_ascii_alphabetic());
    words.any(|word| WORDS.contains(&word))
}

/// Names beside one another, as those of columns.
fn is_list(text: &str) -> bool {
    text.contains(", ") && text.split(", ").all(|name| !name.contains(' '))
}

#[test]
fn nothing_that_speaks_to_a_person_says_a_sentence_of_its_own() {
    // Names of what is put in, forms of dates, filters, names of programs, columns of tables and values in quotes are no words.
    let is_word = |word: &&str| {
        let inner = word.trim_end_matches([':', '.', ',']);
        !inner.contains(['{', '}', '%', ':', '_', '.', '\\'])
            && word.chars().filter(|letter| letter.is_alphabetic()).count() > 1
    };
    // A line of a file is what it sets.
    let is_sentence = |text: &str| {
        !text.contains(" = ") && !is_sql(text) && !is_list(text) && text.split_whitespace().filter(is_word).count() > 1
    };
    let is_grammar = |literal: &Literal| {
        literal.place.starts_with("src/cli/") && GRAMMAR.iter().any(|beginning| literal.text.starts_with(beginning))
    };
    let said: Vec<String> = SPEAKING
        .iter()
        .flat_map(|folder| files(&root().join(folder), "rs"))
        .filter(|file| {
            let name = file.strip_prefix(root().join("src")).unwrap();
            let name = name.to_string_lossy();
            let mut exempt = NOT_SAID.iter().chain(&SAID_TO_PROGRAMS).chain(&KEPT);
            !name.ends_with("tests.rs") && !exempt.any(|place| name.starts_with(place))
        })
        .flat_map(|file| literals(&file))
        .filter(|literal| !literal.describes && is_sentence(&literal.text) && !is_grammar(literal))
        .map(|literal| format!("{}: {}", literal.place, literal.text))
        .collect();
    assert!(said.is_empty(), "these belong into assets/text:\n{}", said.join("\n"));
}
