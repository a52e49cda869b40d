//! What is written about Tandem, against what Tandem is.

use crate::floors::law;
use std::collections::BTreeSet;
use std::path::Path;

const ARCHITECTURE: &str = include_str!("../../ARCHITECTURE.md");

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| !line.starts_with("```"))
        .flat_map(|line| line.split('`').skip(1).step_by(2))
}

/// Whether it names a file or a folder of the project, rather than a command, a type or a route.
fn is_place(text: &str) -> bool {
    let ends = [".rs", ".toml", ".md", ".txt", ".json", "/"];
    let named = ends.iter().any(|end| text.ends_with(end)) || text.starts_with("assets/");
    named && !text.starts_with('/') && !text.contains([' ', '<', ':'])
}

fn exists(place: &str) -> bool {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join(place).exists() || root.join("src").join(place).exists()
}

#[test]
fn architecture_md_names_only_places_that_exist() {
    let places: Vec<_> = quoted(ARCHITECTURE).filter(|text| is_place(text)).collect();
    assert!(places.len() > 30, "only {places:?}");
    let lost: Vec<_> = places.into_iter().filter(|place| !exists(place)).collect();
    assert!(lost.is_empty(), "ARCHITECTURE.md names what isn't there: {lost:?}");
}

#[test]
fn architecture_md_states_the_floors_that_the_test_keeps() {
    let mut stated = BTreeSet::new();
    for (modules, below) in ARCHITECTURE.lines().filter_map(|line| line.split_once(" ► ")) {
        for module in modules.split(", ") {
            stated.insert(module);
            let kept: BTreeSet<_> = law::below(module).expect("a module on a floor").into_iter().collect();
            let said: BTreeSet<_> = match below {
                "everything" => law::modules().filter(|other| *other != module).collect(),
                below => below.split(' ').collect(),
            };
            assert_eq!(said, kept, "what {module} may import");
        }
    }
    let all: BTreeSet<_> = law::modules().filter(|module| *module != "base").collect();
    assert_eq!(stated, all);
}

const README: &str = include_str!("../../README.md");

/// The words of a command line as a shell would split them: blanks part words, double quotes hold them together.
pub fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(std::mem::take(&mut word)),
            letter => word.push(letter),
        }
    }
    words.push(word);
    words
}

#[test]
fn every_command_of_the_readme_is_one_that_tandem_understands() {
    use clap::Parser as _;
    let commands: Vec<_> = README
        .lines()
        .filter_map(|line| line.strip_prefix("    tandem "))
        .collect();
    assert!(commands.len() > 10, "only {commands:?}");
    for command in commands {
        let (command, _file) = command.split_once(" > ").unwrap_or((command, ""));
        let line = words(&format!("tandem {command}"));
        match tandem::cli::args::Arguments::try_parse_from(line) {
            Ok(_) => {}
            Err(error) => assert_eq!(error.kind(), clap::error::ErrorKind::DisplayHelp, "{command}: {error}"),
        }
    }
}

#[test]
fn the_readme_names_the_commands_that_are_its_promise() {
    for command in ["    cargo run --release\n", "    cargo test\n"] {
        assert!(README.contains(command), "{command}");
    }
    let places: Vec<_> = quoted(README)
        .filter(|text| is_place(text))
        .filter(|place| !exists(place))
        .collect();
    assert_eq!(
        places,
        ["/ATServicesRest/V1.0/"]
            .into_iter()
            .filter(|place| is_place(place))
            .collect::<Vec<_>>()
    );
}
