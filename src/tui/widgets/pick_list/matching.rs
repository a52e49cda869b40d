//! What of a list to pick from matches what was typed: labels by their letters in order, best first, and names besides.

use crate::base::fold::fold;
use frizbee::{Config, Matcher};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// An item that matches.
#[derive(Clone, Debug)]
pub(super) struct Match {
    /// Its place among all items.
    pub(super) item: usize,
    /// The bytes of the label that matched.
    pub(super) parts: Vec<Range<usize>>,
}

/// A label folded for matching, and where each of its bytes came from.
#[derive(Clone, Debug)]
pub(super) struct Folded {
    text: String,
    /// For each byte of the folded text, the glyph of the label that it came from.
    origins: Vec<Range<usize>>,
}

impl Folded {
    pub(super) fn new(label: &str) -> Self {
        let mut folded = Self {
            text: String::new(),
            origins: Vec::new(),
        };
        for (at, glyph) in label.grapheme_indices(true) {
            folded.text.push_str(&fold(glyph));
            folded.origins.resize(folded.text.len(), at..at + glyph.len());
        }
        folded
    }

    /// The parts of the label that these bytes of the folded text came from, in order.
    fn parts(&self, bytes: &[u32]) -> Vec<Range<usize>> {
        let mut parts: Vec<Range<usize>> = bytes
            .iter()
            .filter_map(|byte| self.origins.get(*byte as usize).cloned())
            .collect();
        parts.sort_by_key(|part| part.start);
        parts.dedup();
        parts
    }
}

impl AsRef<str> for Folded {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

/// What matches this folded text; all there is where it is empty.
pub(super) fn of(wanted: &str, labels: &[Folded], names: &[&str]) -> Vec<Match> {
    let whole = |item| Match {
        item,
        parts: Vec::new(),
    };
    if wanted.is_empty() {
        return (0..labels.len()).map(whole).collect();
    }
    let found = Matcher::new(wanted, &Config::default()).match_list_indices(labels);
    let matched = |found: frizbee::MatchIndices| {
        let item = found.index as usize;
        Some(Match {
            item,
            parts: labels.get(item)?.parts(&found.indices),
        })
    };
    let by_label: Vec<Match> = found.into_iter().filter_map(matched).collect();
    let is_new = |item: &usize| by_label.iter().all(|found| found.item != *item);
    let named = names.iter().enumerate().filter(|(_, name)| name.contains(wanted));
    let by_name: Vec<Match> = named.map(|(item, _)| item).filter(is_new).map(whole).collect();
    // Exact names first, other names last.
    let is_exact = |found: &Match| {
        let name = names.get(found.item);
        name.is_some_and(|name| *name == wanted || name.split('.').any(|part| part == wanted))
    };
    let (mut exact, others): (Vec<_>, Vec<_>) = by_label.into_iter().chain(by_name).partition(is_exact);
    exact.extend(others);
    exact
}
