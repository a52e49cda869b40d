//! Whether records fit their entities, as far as that can be said without looking at other rows.

use super::{Checked, listed, user_defined, values};
use crate::entities::{Field, TICKET};
use crate::sentences::Wording;
use crate::server::operations::import::misfit::Misfit;
use crate::wire::ext::import::ImportRecord;
use crate::wire::ext::import::portable::{self, Portable};
use std::collections::BTreeMap;

/// Whether a record fits its entity, as far as that can be said without looking at other rows.
pub(super) fn check(record: &ImportRecord) -> Result<Checked<'_>, Misfit> {
    let portable = portable::by_name(&record.entity).ok_or_else(|| {
        let names: Vec<&str> = portable::PORTABLE.iter().map(|known| known.entity.name).collect();
        let unknown = Wording::of("import-no-records").with("entity", &record.entity);
        Misfit::of("record", unknown.with("known", names.join(", ")))
    })?;
    let values = values::with_names(portable.entity, &record.values);
    all(portable, &values)?;
    for needed in portable.needs {
        if !values.contains_key(*needed) {
            let why = Wording::of("import-needs-field").with("entity", portable.entity.name);
            return Err(Misfit::of(*needed, why));
        }
    }
    Ok(Checked {
        record,
        portable,
        values,
    })
}

/// Whether a field's value says all without other rows.
fn is_plain(field: &Field) -> bool {
    portable::target(field).is_none() && listed::kept(field).is_none()
}

fn field(portable: &'static Portable, name: &str) -> Result<&'static Field, Misfit> {
    let entity = portable.entity.name;
    let field = portable.entity.field(name);
    let misfit = |key| Misfit::of(name, Wording::of(key).with("entity", entity));
    let field = field.ok_or_else(|| misfit("import-no-field"))?;
    match portable.takes(field) {
        true => Ok(field),
        false => Err(misfit("import-field-not-set")),
    }
}

/// Refuses a further field of a ticket that doesn't fit.
pub(in crate::server::operations::import) fn check_fields(fields: &BTreeMap<String, String>) -> Result<(), Misfit> {
    let Some(portable) = portable::of(&TICKET) else {
        return Ok(());
    };
    all(portable, fields)
}

/// Refuses the first value that doesn't fit.
fn all(portable: &'static Portable, values: &BTreeMap<String, String>) -> Result<(), Misfit> {
    for (name, text) in values {
        let misfit = |why| Misfit::of(name, why);
        if let Some(name) = user_defined::named(portable.entity, name) {
            user_defined::check_name(name).map_err(misfit)?;
            continue;
        }
        let field = field(portable, name)?;
        if is_plain(field) {
            values::read(field, text).map_err(misfit)?;
        }
    }
    Ok(())
}
