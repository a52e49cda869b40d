//! Mappings that are right and mappings that are not.

use super::*;
use crate::base::Language;
use crate::sentences::Sentences;

const SMALL: &str = "source = \"x\"\n[ticket]\nnumber = \"{n}\"\nat = \"{t}\"\ncompany = \"Acme\"\nstatus = \"{s}\"\n";

fn told(mistake: &Mistake) -> String {
    mistake.said(&Sentences::new(Language::English))
}

fn mistakes(text: &str) -> Vec<String> {
    let found = Mapping::parse("m.toml", text).err().unwrap_or_default();
    found.iter().map(told).collect()
}

#[test]
fn the_mapping_that_ships_is_right() {
    assert_eq!(
        mistakes(include_str!("../../../assets/import/servicenow.toml")),
        Vec::<String>::new()
    );
}

#[test]
fn mistakes_are_named_with_file_and_line() {
    assert_eq!(mistakes(SMALL), Vec::<String>::new());
    let wrong = format!("{SMALL}titel = \"{{x}}\"\nqueue = \"{{q\"\n[priority]\nHot = \"Hottest\"\n[stati]\n");
    let found = mistakes(&wrong);
    let begins = ["m.toml:7:1: ", "m.toml:8:", "m.toml:10:", "m.toml:11:"];
    assert_eq!(found.len(), begins.len(), "{found:?}");
    for (found, begin) in found.iter().zip(begins) {
        assert!(found.starts_with(begin), "{found}");
    }
    assert!(found[0].contains("did you mean \"title\"?"), "{}", found[0]);
    assert!(mistakes("source = \"x\"\n").len() >= Target::NEEDED.len());
}

#[test]
fn a_column_that_the_file_lacks_is_named_with_its_line() {
    let mapping = Mapping::parse("m.toml", SMALL).unwrap();
    let columns = Columns::new(["n", "tt", "s"].map(str::to_owned));
    let found = mapping.over(Some(&columns)).err().unwrap();
    assert_eq!(found.len(), 1);
    assert!(
        told(&found[0]).starts_with("m.toml:4:1: the file has no column \"t\""),
        "{}",
        told(&found[0])
    );
}

#[test]
fn what_the_head_may_say_is_checked() {
    for (line, said) in [
        ("zone = \"Berlin\"", "is not a time zone"),
        ("moments = [\"%H:%M\"]", "doesn't say the day"),
        ("moments = 7", "a list of such texts"),
        ("references = \"ids\"", "names, keys"),
        ("exact = \"yes\"", "must be true or false"),
        ("record = \"{kind\"", "is not closed"),
    ] {
        let found = mistakes(&format!("{line}\n{SMALL}"));
        assert_eq!(found.len(), 1, "{line}: {found:?}");
        assert!(
            found[0].starts_with("m.toml:1:") && found[0].contains(said),
            "{found:?}"
        );
    }
    let right = "unknown = [\"?\", \"n/a\"]\nmoments = [\"%d.%m.%Y\", \"iso\"]\nzone = \"Europe/Berlin\"\n";
    assert_eq!(mistakes(&format!("{right}{SMALL}")), Vec::<String>::new());
}

#[test]
fn records_name_fields_that_an_import_may_set() {
    let records = "source = \"x\"\n[records.Contact]\ncompanyID = \"{c}\"\nname = \"{n}\"\n";
    assert_eq!(
        mistakes(records),
        Vec::<String>::new(),
        "no [ticket] is needed beside records"
    );
    for (line, said) in [
        ("securityLevel = \"{l}\"", "doesn't set this field"),
        ("[records.Contat]", "did you mean \"Contact\"?"),
        ("[records.TicketNote]\ntext = \"{t}\"", "there is no field \"text\""),
    ] {
        let found = mistakes(&format!("{records}{line}\n"));
        assert!(found.iter().any(|found| found.contains(said)), "{line}: {found:?}");
    }
}
