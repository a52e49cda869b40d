//! Sizes of files as people say them.

/// `312 KB`: rounded up, but whole megabytes are told by tenths.
#[must_use]
pub fn print(bytes: u64) -> String {
    match bytes {
        0..1000 => format!("{bytes} B"),
        1000..1_000_000 => format!("{} KB", bytes.div_ceil(1000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

#[cfg(test)]
mod tests {
    use super::print;

    #[test]
    fn a_size_is_said_in_the_unit_that_fits() {
        for (bytes, text) in [
            (0, "0 B"),
            (999, "999 B"),
            (1000, "1 KB"),
            (1001, "2 KB"),
            (311_500, "312 KB"),
            (7_340_032, "7.3 MB"),
        ] {
            assert_eq!(print(bytes), text);
        }
    }
}
