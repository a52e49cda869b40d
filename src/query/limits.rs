//! How large a filter from outside may be, so that no request costs more than one request should.

use super::condition::{Condition, Test};
use super::tree::{Join, Node};
use super::user_defined::UserDefinedCondition;
use super::{Filter, FilterError};

/// Conditions in a query, alternatives in it, values in a list: Autotask's limit for each.
const MANY: usize = 500;
/// Groups in groups; below what the JSON reader and the database take.
pub(super) const DEPTH: usize = 32;
/// Words of a search.
const WORDS: usize = 32;

/// Refuses a filter that is too large.
pub(super) fn check(filter: &Filter) -> Result<(), FilterError> {
    let mut size = Size::default();
    size.add(filter.root(), Join::All)?;
    if size.alternatives > MANY {
        return Err(FilterError::TooManyAlternatives);
    }
    if size.conditions > MANY {
        Err(FilterError::TooManyConditions)
    } else {
        Ok(())
    }
}

#[derive(Default)]
struct Size {
    conditions: usize,
    alternatives: usize,
}

impl Size {
    fn add(&mut self, node: &Node, within: Join) -> Result<(), FilterError> {
        match node {
            Node::Group(join, nodes) => {
                let within = if within == Join::Any { within } else { *join };
                return nodes.iter().try_for_each(|node| self.add(node, within));
            }
            Node::Words(words) if words.len() > WORDS => return Err(FilterError::TooManyWords),
            Node::Condition(Condition {
                field,
                test: Test::In(values) | Test::NotIn(values),
            }) if values.len() > MANY => {
                return Err(FilterError::TooManyValues {
                    field: field.name.to_owned(),
                });
            }
            Node::UserDefined(UserDefinedCondition {
                field,
                test: Test::In(values) | Test::NotIn(values),
            }) if values.len() > MANY => {
                return Err(FilterError::TooManyValues {
                    field: field.name.clone(),
                });
            }
            Node::Words(_) | Node::Condition(_) | Node::UserDefined(_) => {}
        }
        self.conditions += 1;
        self.alternatives += usize::from(within == Join::Any);
        Ok(())
    }
}
