//! The nearest right name for a wrong one: what settings, keymaps and commands suggest.

/// The candidate that a person most likely meant, if any is near: at most a third of the letters differ.
#[must_use]
pub fn nearest<'a>(wrong: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = wrong.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (distance(&wrong, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= candidate.chars().count().max(3) / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Edits between both; a name that only begins or ends the other counts as one.
fn distance(wrong: &str, candidate: &str) -> usize {
    let candidate = candidate.to_lowercase();
    if wrong.len() > 2 && (candidate.starts_with(wrong) || candidate.ends_with(wrong)) {
        return usize::from(candidate != wrong);
    }
    strsim::osa_distance(wrong, &candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_name_and_nonsense_finds_none() {
        let names = ["theme", "plain", "language", "ticket.complete"];
        assert_eq!(nearest("theem", names), Some("theme"));
        assert_eq!(nearest("lang", names), Some("language"));
        assert_eq!(nearest("complete", names), Some("ticket.complete"));
        assert_eq!(nearest("xyzzy", names), None);
    }
}
