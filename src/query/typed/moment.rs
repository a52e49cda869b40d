//! Moments as people type them: days, full moments, and time spans from now.

use super::keys::looks_ahead;
use super::names::Names;
use super::scan::Typed;
use crate::base::{Date, Timestamp};
use crate::entities::Field;
use crate::query::FilterError;
use crate::query::condition::{Comparison, Condition, Test};
use crate::query::tree::Node;

enum Typing {
    /// From the first moment of a day to that of the next.
    Day(Timestamp, Timestamp),
    Moment(Timestamp),
    /// So many minutes from now.
    Span(i64),
}

/// `due<2d`: the comparison to make with a moment. A span on a field that looks back is an age: the more, the earlier.
pub(super) fn bound(
    field: &Field,
    comparison: Comparison,
    typed: &Typed,
    names: &dyn Names,
) -> Option<(Comparison, Timestamp)> {
    Some(match (read(typed, names)?, comparison) {
        (Typing::Day(start, _), Comparison::Less | Comparison::GreaterOrEqual) => (comparison, start),
        (Typing::Day(_, end), Comparison::LessOrEqual) => (Comparison::Less, end),
        (Typing::Day(_, end), Comparison::Greater) => (Comparison::GreaterOrEqual, end),
        (Typing::Day(start, _), other) => (other, start),
        (Typing::Moment(moment), comparison) => (comparison, moment),
        (Typing::Span(minutes), comparison) if looks_ahead(field) => (comparison, names.now().plus_minutes(minutes)),
        (Typing::Span(minutes), comparison) => {
            (mirrored(comparison), names.now().plus_minutes(minutes.saturating_neg()))
        }
    })
}

fn mirrored(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Less => Comparison::Greater,
        Comparison::LessOrEqual => Comparison::GreaterOrEqual,
        Comparison::Greater => Comparison::Less,
        Comparison::GreaterOrEqual => Comparison::LessOrEqual,
        same => same,
    }
}

/// `due:today`: on that day. `None` when it is none.
pub(super) fn on_day(field: &'static Field, typed: &Typed, names: &dyn Names) -> Option<Result<Node, FilterError>> {
    let Typing::Day(start, end) = read(typed, names)? else {
        return None;
    };
    let compare = |comparison, moment: Timestamp| {
        Condition::new(field, Test::Compare(comparison, moment.into())).map(Node::Condition)
    };
    let bounds = [
        compare(Comparison::GreaterOrEqual, start),
        compare(Comparison::Less, end),
    ];
    Some(bounds.into_iter().collect::<Result<Vec<_>, _>>().map(Node::all))
}

/// `due:2026-11-20T10:05:00Z`: at that moment. `None` when it is none.
pub(super) fn exact(typed: &Typed, names: &dyn Names) -> Option<Timestamp> {
    match read(typed, names)? {
        Typing::Moment(moment) => Some(moment),
        Typing::Day(..) | Typing::Span(_) => None,
    }
}

/// `2026-11-20`, `today`: that day. `None` when it is none.
pub(super) fn day(typed: &Typed, names: &dyn Names) -> Option<Date> {
    let text = typed.text.trim();
    match text.to_ascii_lowercase().as_str() {
        "today" => Some(names.today()),
        "tomorrow" => Some(next(names.today())),
        "yesterday" => names.today().0.pred_opt().map(Date),
        _ => Date::parse(text).ok(),
    }
}

fn read(typed: &Typed, names: &dyn Names) -> Option<Typing> {
    let text = typed.text.trim();
    if text.eq_ignore_ascii_case("now") {
        return Some(Typing::Moment(names.now()));
    }
    if let Some(day) = day(typed, names) {
        return Some(Typing::Day(names.start_of(day), names.start_of(next(day))));
    }
    span(text)
        .map(Typing::Span)
        .or_else(|| Timestamp::parse(text).ok().map(Typing::Moment))
}

fn next(day: Date) -> Date {
    day.0.succ_opt().map_or(day, Date)
}

/// The minutes of a time span such as `2h` or `-3d`.
fn span(text: &str) -> Option<i64> {
    let unit = text.chars().next_back()?;
    let count: i64 = text[..text.len() - unit.len_utf8()].parse().ok()?;
    let minutes = match unit {
        'm' => 1,
        'h' => 60,
        'd' => 24 * 60,
        'w' => 7 * 24 * 60,
        _ => return None,
    };
    count.checked_mul(minutes)
}
