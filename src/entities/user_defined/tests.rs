//! What fits user-defined fields, and how it is kept and read.

use super::*;

/// Fields of each kind, with the ids 11 to 15; the list has the entries 21 (Gold, `G`) and 22 (Tin, `T`, no longer active).
pub(crate) fn fields(entity: &Entity) -> UserDefinedFields {
    let (number, _) = USER_DEFINED_TYPES.iter().find(|(_, typed)| *typed == entity).unwrap();
    let definition = |(id, name, kind): (i64, &str, UserDefinedKind)| {
        let mut row = Row::new(&USER_DEFINED_FIELD_DEFINITION);
        row.set("id", id);
        row.set("name", name);
        row.set("udfType", *number);
        row.set("dataType", kind.data_type());
        row
    };
    let definitions = [
        (11, "Asset Tag", UserDefinedKind::Line),
        (12, "Directions", UserDefinedKind::Lines),
        (13, "Score", UserDefinedKind::Number),
        (14, "Renewal", UserDefinedKind::Date),
        (15, "Tier", UserDefinedKind::List),
    ];
    let item = |(id, label, value, is_active): (i64, &str, &str, bool)| {
        let mut row = Row::new(&USER_DEFINED_FIELD_LIST_ITEM);
        row.set("id", id);
        row.set("udfFieldId", 15_i64);
        row.set("valueForDisplay", label);
        row.set("valueForExport", value);
        row.set("isActive", is_active);
        row
    };
    let items = [(21, "Gold", "G", true), (22, "Tin", "T", false)];
    UserDefinedFields::of(entity, &definitions.map(definition), &items.map(item))
}

#[test]
fn values_are_kept_by_kind_and_what_does_not_fit_is_named() {
    let fields = fields(&TICKET);
    let keep = |name: &str, text: &str| fields.find(name).unwrap().keep(text).map_err(|error| error.to_string());
    for (name, text, kept) in [
        ("asset tag", "A-17 ", "A-17 "),
        ("SCORE", " 1.50", "1.5"),
        ("Renewal", "2026-11-20T23:30:00", "2026-11-20T00:00:00Z"),
        ("Renewal", "2026-11-20", "2026-11-20T00:00:00Z"),
        ("Tier", "G", "21"),
        ("Tier", "gold", "21"),
    ] {
        assert_eq!(keep(name, text), Ok(kept.to_owned()), "{name}");
    }
    for (name, text, said) in [
        ("Asset Tag", "x".repeat(256).as_str(), "256 characters; it may have 255"),
        ("Score", "many", "The value many of Score is not of type decimal."),
        ("Score", "1.23456", "has more than 4 decimals"),
        ("Score", "1e30", "not of type decimal"),
        ("Renewal", "soon", "The value soon of Renewal is not of type datetime."),
        ("Tier", "Tin", "Picklist value [Tin] does not exist for Tier."),
        ("Tier", "Silver", "Picklist value [Silver] does not exist for Tier."),
    ] {
        let refused = keep(name, text).unwrap_err();
        assert!(refused.contains(said), "{refused}");
    }
}

#[test]
fn a_kept_value_reads_as_it_was_meant() {
    let fields = fields(&TICKET);
    let tier = fields.find("Tier").unwrap();
    assert_eq!((tier.wire("22"), tier.label("22"), tier.wire("99")), ("T", "Tin", "99"));
    assert_eq!(
        fields.find("Renewal").unwrap().label("2026-11-20T00:00:00Z"),
        "2026-11-20"
    );
    let mut row = Row::new(&TICKET);
    let values = BTreeMap::from([(13, "1.5".to_owned()), (15, "21".to_owned())]);
    row.set(USER_DEFINED_FIELDS, UserDefinedValues(values));
    assert_eq!(tier.value(&row), Value::Integer(21));
    assert_eq!(
        fields.find("Score").unwrap().value(&row),
        Value::decimal(Decimal::new(15, 1))
    );
    assert_eq!(fields.find("Asset Tag").unwrap().value(&row), Value::Null);
}
