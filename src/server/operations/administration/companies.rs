//! The list of clients with the state of their portal and Taskfire (TF-02, TF-05, TF-33).

use super::setup::missing_users;
use super::{features, require};
use crate::base::Date;
use crate::base::fold::fold;
use crate::base::ids::CompanyId;
use crate::domain::Actor;
use crate::domain::permission::Action;
use crate::records::administration::billing::AutomationWarning;
use crate::records::administration::instance::Feature;
use crate::records::administration::setup::{CompanyFilter, CompanyLine, CompanyPage, CompanyQuestion, Missing};
use crate::server::operations::billing::spells;
use crate::server::operations::people::licences;
use crate::server::operations::{OperationError, Operations};
use crate::server::store::StoreError;
use crate::server::store::zones;
use rusqlite::Connection;
use std::collections::{BTreeMap, HashMap, HashSet};

/// How many clients are given at most: who looks for one among more says so.
const MOST: usize = 500;

/// A company as the database has it.
struct Known {
    line: CompanyLine,
    parent: Option<i64>,
}

impl Operations {
    /// Clients in the order of their tree, with what is missing.
    ///
    /// # Errors
    /// `forbidden` for all but the provider's administrators.
    pub async fn portal_companies(
        &self,
        reader: Actor,
        question: CompanyQuestion,
    ) -> Result<CompanyPage, OperationError> {
        let now = self.now();
        self.read(move |connection| {
            require(&reader, Action::EditTaskfireSettings)?;
            let today = zones::today(connection, now)?;
            Ok(page(connection, &question, today)?)
        })
        .await
    }
}

fn page(connection: &Connection, question: &CompanyQuestion, today: Date) -> Result<CompanyPage, StoreError> {
    let searched = fold(question.search.trim());
    let mut chosen = all(connection, today)?;
    chosen.retain(|known| passes(&known.line, question.filter) && fold(&known.line.name).contains(&searched));
    let mut items = in_tree_order(chosen);
    let has_more = items.len() > MOST;
    items.truncate(MOST);
    Ok(CompanyPage { items, has_more })
}

/// Every company whose portal could be used: active customers, the provider itself, and whoever has it or Taskfire on, also
/// where they are not active any more: their licences go on until Taskfire is switched off (D-21).
fn all(connection: &Connection, today: Date) -> Result<Vec<Known>, StoreError> {
    let licences: HashMap<i64, u64> = licences::users_by_company(connection)?;
    let can_enable = features::is_active(connection, Feature::Taskfire)?;
    let expired = spells::expired(connection, today)?;
    let expired: HashSet<i64> = expired.into_iter().map(|expired| expired.company.0).collect();
    let mut statement = connection.prepare_cached(
        "SELECT id, company_name, parent_company_id, is_client_portal_active, coalesce(is_task_fire_active, 0),
           coalesce(is_active, 0)
         FROM company
         WHERE is_task_fire_active OR is_client_portal_active OR (is_active AND company_type = 1)",
    )?;
    let rows = statement.query_map([], |row| {
        let id: i64 = row.get(0)?;
        let is_taskfire_active: bool = row.get(4)?;
        let users = licences.get(&id).copied().unwrap_or_default();
        let line = CompanyLine {
            id: CompanyId(id),
            name: row.get::<_, Option<String>>(1)?.unwrap_or_default(),
            is_active: row.get(5)?,
            depth: 0,
            is_portal_active: row.get::<_, Option<bool>>(3)? != Some(false),
            is_taskfire_active,
            missing: match (is_taskfire_active, can_enable) {
                (true, _) => missing_users(users > 0),
                (false, true) => Vec::new(),
                (false, false) => vec![Missing::FeatureInactive],
            },
            licences: if is_taskfire_active { users } else { 0 },
            contract_warning: expired
                .contains(&id)
                .then(|| AutomationWarning::AutomationContractExpired.word().to_owned()),
        };
        Ok(Known {
            line,
            parent: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn passes(line: &CompanyLine, filter: CompanyFilter) -> bool {
    match filter {
        CompanyFilter::All => true,
        CompanyFilter::Taskfire => line.is_taskfire_active,
        CompanyFilter::WithoutTaskfire => !line.is_taskfire_active,
        CompanyFilter::Incomplete => !line.missing.is_empty() || line.contract_warning.is_some(),
    }
}

/// By name, each followed by its sub-companies. Whose parent isn't among them stands at the top; so does whoever
/// is their own ancestor.
fn in_tree_order(companies: Vec<Known>) -> Vec<CompanyLine> {
    let listed: HashSet<i64> = companies.iter().map(|known| known.line.id.0).collect();
    let mut below: BTreeMap<Option<i64>, Vec<CompanyLine>> = BTreeMap::new();
    for Known { line, parent } in companies {
        let parent = parent.filter(|parent| listed.contains(parent) && *parent != line.id.0);
        below.entry(parent).or_default().push(line);
    }
    for siblings in below.values_mut() {
        // The last first: they are taken from the end.
        siblings.sort_by_cached_key(|line| std::cmp::Reverse((fold(&line.name), line.id.0)));
    }
    let mut ordered = Vec::with_capacity(listed.len());
    loop {
        let root = below.remove(&None);
        // Nobody left at the top: what is left goes round in circles, and one of them begins.
        let Some(mut waiting) = root.or_else(|| below.pop_first().map(|(_, lines)| lines)) else {
            return ordered;
        };
        while let Some(line) = waiting.pop() {
            let depth = line.depth.saturating_add(1);
            let children = below.remove(&Some(line.id.0)).unwrap_or_default();
            ordered.push(line);
            waiting.extend(children.into_iter().map(|child| CompanyLine { depth, ..child }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(id: i64, name: &str, parent: Option<i64>) -> Known {
        Known {
            line: CompanyLine {
                id: CompanyId(id),
                name: name.to_owned(),
                is_active: true,
                depth: 0,
                is_portal_active: true,
                is_taskfire_active: false,
                missing: Vec::new(),
                licences: 0,
                contract_warning: None,
            },
            parent,
        }
    }

    fn drawn(companies: Vec<Known>) -> Vec<String> {
        let lines = in_tree_order(companies);
        lines
            .iter()
            .map(|line| format!("{}{}", " ".repeat(line.depth.into()), line.name))
            .collect()
    }

    #[test]
    fn a_parent_is_followed_by_its_sub_companies_by_name() {
        let companies = vec![
            known(1, "Zeta", None),
            known(2, "birch", None),
            known(3, "Timber", Some(2)),
            known(4, "Joinery", Some(2)),
            known(5, "Öfen", Some(4)),
            known(6, "Orphan", Some(99)),
        ];
        assert_eq!(
            drawn(companies),
            ["birch", " Joinery", "  Öfen", " Timber", "Orphan", "Zeta"]
        );
    }

    #[test]
    fn companies_that_are_each_others_parents_are_listed_once() {
        let companies = vec![known(1, "A", Some(2)), known(2, "B", Some(1)), known(3, "C", Some(3))];
        let mut names = drawn(companies);
        names.sort();
        assert_eq!(names.len(), 3, "{names:?}");
    }
}
