//! What a few typed letters mean among many names: the one way in which palette and pickers search.

use frizbee::{Config, Matcher};

/// The places of the names that fit what was typed, the best first; all of them where nothing was typed.
#[must_use]
pub fn find<S: AsRef<str>>(typed: &str, names: &[S]) -> Vec<usize> {
    let typed = typed.trim();
    if typed.is_empty() {
        return (0..names.len()).collect();
    }
    let mut matcher = Matcher::new(typed, &Config::default());
    let matches = matcher.match_list(names);
    matches
        .iter()
        .filter_map(|found| usize::try_from(found.index).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_match_comes_first_and_nothing_typed_keeps_the_order() {
        let names = ["decline with reason", "complete", "recall"];
        assert_eq!(find("", &names), [0, 1, 2]);
        assert_eq!(find("comp", &names).first(), Some(&1));
        assert_eq!(find("zzzz", &names), Vec::<usize>::new());
    }
}
