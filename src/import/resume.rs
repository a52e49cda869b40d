//! What makes a row known, so that running an import again adds nothing and a stopped one goes on where it was.

use crate::base::secret;

/// The digest of a row's cells. Together with source and number it is the row's key at the server.
#[must_use]
pub fn digest<'c>(cells: impl Iterator<Item = &'c str>) -> String {
    let mut bytes = Vec::new();
    for cell in cells {
        // The length before each cell keeps ("ab", "c") and ("a", "bc") apart.
        bytes.extend_from_slice(&cell.len().to_le_bytes());
        bytes.extend_from_slice(cell.as_bytes());
    }
    secret::digest(&bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_only_join_to_the_same_text_differ() {
        assert_ne!(digest(["ab", "c"].into_iter()), digest(["a", "bc"].into_iter()));
        assert_eq!(digest(["ab", "c"].into_iter()), digest(["ab", "c"].into_iter()));
    }
}
