//! Whether records fit their entities, as far as that can be said without looking at other rows.

use super::{Checked, listed, user_defined, values};
use crate::entities::{Field, TICKET};
use crate::wire::ext::import::ImportRecord;
use crate::wire::ext::import::portable::{self, Portable};
use std::collections::BTreeMap;

/// What is wrong: the field, and what would be right.
type Misfit = (String, String);

/// Whether a record fits its entity, as far as that can be said without looking at other rows.
pub(super) fn check(record: &ImportRecord) -> Result<Checked<'_>, Misfit> {
    let portable = portable::by_name(&record.entity).ok_or_else(|| {
        let names: Vec<&str> = portable::PORTABLE.iter().map(|known| known.entity.name).collect();
        let message = format!(
            "there are no \"{}\" to be imported; take one of: {}",
            record.entity,
            names.join(", ")
        );
        ("record".to_owned(), message)
    })?;
    let values = values::with_names(portable.entity, &record.values);
    all(portable, &values)?;
    for needed in portable.needs {
        if !values.contains_key(*needed) {
            let message = format!("a {} needs it", portable.entity.name);
            return Err(((*needed).to_owned(), message));
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
    let field = field.ok_or_else(|| (name.to_owned(), format!("{entity} has no such field")))?;
    if portable.takes(field) {
        return Ok(field);
    }
    let message =
        format!("an import doesn't set this field of {entity}: it follows from something else, or is granted here");
    Err((name.to_owned(), message))
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
        let misfit = |message| (name.clone(), message);
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
