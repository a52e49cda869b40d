//! The server's tables of fields against what is known of Autotask's: names, types and flags, one by one.

use std::collections::{BTreeMap, BTreeSet};
use tandem::entities::{Field, Kind, Surface, by_plural};

const FACTS: &str = include_str!("../../../autotask/fields.txt");

/// What the file says: fields by entity, and what differs here, by entity and field.
#[derive(Default)]
struct Facts {
    fields: BTreeMap<&'static str, Vec<Fact>>,
    deviations: BTreeMap<String, Fact>,
}

/// A field as it is said to be.
#[derive(Clone, Debug, PartialEq)]
struct Fact {
    name: String,
    kind: String,
    flags: BTreeSet<String>,
}

impl Fact {
    fn read(line: &str) -> Self {
        let mut words = line.split_whitespace().map(str::to_owned);
        Self {
            name: words.next().unwrap(),
            kind: words.next().unwrap_or_else(|| panic!("no type in {line}")),
            flags: words.collect(),
        }
    }

    /// A field as the server has it. Every id is said to be required besides, whatever is sent.
    fn of(field: &Field) -> Self {
        let kind = match field.kind {
            Kind::Integer => "int".to_owned(),
            Kind::Long => "long".to_owned(),
            Kind::Decimal => "decimal".to_owned(),
            Kind::DateTime => "datetime".to_owned(),
            Kind::Boolean => "bool".to_owned(),
            Kind::Text { length } => format!("string({length})"),
            Kind::UserDefined => "object".to_owned(),
        };
        let picks = match (field.picklist, field.picklist_parent) {
            (None, _) => None,
            (Some(_), None) => Some("pick".to_owned()),
            (Some(_), Some(parent)) => Some(format!("pick({parent})")),
        };
        let flags = [
            (field.required && field.name != "id", "R"),
            (field.read_only, "RO"),
            (!field.queryable, "NQ"),
        ];
        let flags = flags
            .into_iter()
            .filter(|(has, _)| *has)
            .map(|(_, flag)| flag.to_owned());
        Self {
            name: field.name.to_owned(),
            kind,
            flags: flags
                .chain(picks)
                .chain(field.reference.map(|entity| format!("->{entity}")))
                .collect(),
        }
    }

    /// Whether a field of the server's is as this one is said to be, as far as anything is said.
    fn is_kept_by(&self, field: &Self) -> bool {
        let same_kind = self.kind == field.kind || (self.kind == "string" && field.kind.starts_with("string("));
        same_kind && (self.flags.contains("?") || self.flags == field.flags)
    }
}

fn facts() -> Facts {
    let mut facts = Facts::default();
    let mut section = "";
    for line in FACTS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            section = name;
        } else if section == "deviations" {
            let (fact, reason) = line.split_once(" : ").unwrap_or_else(|| panic!("no reason: {line}"));
            assert!(reason.trim().len() > 10, "{line}");
            let (place, rest) = fact.split_once(' ').unwrap();
            let (_, name) = place.split_once('.').unwrap();
            let twice = facts
                .deviations
                .insert(place.to_owned(), Fact::read(&format!("{name} {rest}")));
            assert_eq!(twice, None, "{place}");
        } else {
            facts.fields.entry(section).or_default().push(Fact::read(line));
        }
    }
    facts
}

#[test]
fn every_field_is_as_autotask_has_it_or_the_file_says_why_not() {
    let Facts { fields, mut deviations } = facts();
    let mut wrong = Vec::new();
    for (plural, expected) in fields {
        let entity = by_plural(plural).unwrap_or_else(|| panic!("no {plural}"));
        assert_eq!(entity.surface, Surface::Autotask, "{plural} has no routes");
        let mut extra: BTreeSet<&str> = entity.fields_on(Surface::Autotask).map(|field| field.name).collect();
        for fact in expected {
            let place = format!("{plural}.{}", fact.name);
            let Some(field) = entity.field(&fact.name).filter(|field| field.name == fact.name) else {
                wrong.push(format!("{place} is not there"));
                continue;
            };
            extra.remove(field.name);
            let field = Fact::of(field);
            let deviation = deviations.remove(&place);
            if deviation.as_ref().is_some_and(|_| fact.is_kept_by(&field)) {
                wrong.push(format!("{place} deviates no more"));
            }
            if !deviation.as_ref().unwrap_or(&fact).is_kept_by(&field) {
                let flags: Vec<_> = field.flags.into_iter().collect();
                wrong.push(format!("{place} {} {}", field.kind, flags.join(" ")));
            }
        }
        wrong.extend(extra.into_iter().map(|name| format!("{plural}.{name} is Tandem's own")));
    }
    wrong.extend(deviations.keys().map(|place| format!("{place} is nowhere")));
    assert_eq!(wrong, [] as [String; 0], "{wrong:#?}");
}
