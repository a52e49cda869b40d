//! Rows as they come, and rows that break off.

use super::*;
use flate2::write::GzEncoder;
use proptest::prelude::*;
use std::io::Write as _;

fn open(bytes: &[u8]) -> (tempfile::TempDir, Rows) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("rows");
    std::fs::write(&file, bytes).unwrap();
    let rows = Rows::open(&file).unwrap();
    (folder, rows)
}

/// Line, and texts or the fault with its place.
fn read(bytes: &[u8]) -> Vec<(u64, Result<Vec<String>, String>)> {
    let (_folder, mut rows) = open(bytes);
    let next = std::iter::from_fn(|| rows.next_row().unwrap());
    next.map(|row| {
        let texts = row
            .cells
            .map(|cells| cells.iter().map(|(_, cell)| cell.text.clone()).collect());
        let fault = |fault: Fault| format!("{}:{} {}", fault.place.line, fault.place.column, said(&fault));
        (row.line, texts.map_err(fault))
    })
    .collect()
}

fn said(fault: &Fault) -> String {
    let sentences = Sentences::new(crate::base::Language::English);
    fault.message.said(&sentences).into_owned()
}

fn texts(row: &[&str]) -> Result<Vec<String>, String> {
    Ok(row.iter().map(|text| (*text).to_owned()).collect())
}

/// What is said of the only bad row.
fn fault(bytes: &[u8]) -> (u64, String) {
    let rows = read(bytes);
    let bad: Vec<_> = rows
        .into_iter()
        .filter_map(|(line, row)| Some((line, row.err()?)))
        .collect();
    assert_eq!(bad.len(), 1, "{bad:?}");
    bad.into_iter().next().unwrap()
}

#[test]
fn a_row_is_on_the_line_on_which_it_begins_whatever_ends_the_lines() {
    let unix = "a,b\n1,x\n\n\"2\n2\n2\",\"y\n\"\n,z\n\n3,\"\n";
    let windows = unix.replace('\n', "\r\n");
    let marked = format!("\u{feff}{unix}");
    let old = format!("{unix}\r");
    for text in [unix, &windows, &marked, &old] {
        let lines: Vec<u64> = read(text.as_bytes()).iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [2, 4, 8, 10], "{text:?}");
        let (_folder, rows) = open(text.as_bytes());
        assert_eq!(rows.columns().unwrap().names().collect::<Vec<_>>(), ["a", "b"]);
    }
}

#[test]
fn what_parts_cells_is_seen_in_the_first_line() {
    for text in ["a;\"b,b\"\n1,5;x\n", "a\t\"b,b\"\n1,5\tx\n", "a|\"b,b\"\n1,5|x\n"] {
        assert_eq!(read(text.as_bytes()), [(2, texts(&["1,5", "x"]))], "{text:?}");
    }
}

#[test]
fn packed_files_are_known_by_their_first_bytes() {
    let text = b"a,b\n1,x\n";
    let mut gzip = GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all(text).unwrap();
    let zstd = zstd::encode_all(&text[..], 0).unwrap();
    for packed in [gzip.finish().unwrap(), zstd] {
        assert_eq!(read(&packed), [(2, texts(&["1", "x"]))]);
    }
}

#[test]
fn a_packed_file_that_breaks_off_says_so_behind_its_last_row() {
    let mut text = b"a,b\n".to_vec();
    text.extend(
        (0..200_000).flat_map(|number: u32| format!("{number},{}\n", number.wrapping_mul(2_654_435_761)).into_bytes()),
    );
    let packed = zstd::encode_all(&text[..], 0).unwrap();
    let (_folder, mut rows) = open(&packed[..packed.len() / 2]);
    let mut count = 0;
    let said = loop {
        match rows.next_row() {
            Ok(Some(_)) => count += 1,
            Ok(None) => panic!("it broke off unnoticed"),
            Err(error) => break error.to_string(),
        }
    };
    assert!(count > 0 && said.contains("rows"), "{count} {said}");
}

#[test]
fn a_quote_that_is_never_closed_takes_only_its_own_line() {
    let rows = read(b"a,b\n1,\"x\n2,y\n3,z\n");
    assert_eq!(rows[1..], [(3, texts(&["2", "y"])), (4, texts(&["3", "z"]))]);
    assert!(
        rows[0].1.as_ref().unwrap_err().starts_with("2:3 the quote that opens"),
        "{rows:?}"
    );
    let rows = read(b"a,b\n1,\"x\n2,y\n3,\"z\"\n");
    let good: Vec<u64> = rows
        .iter()
        .filter(|(_, row)| row.is_ok())
        .map(|(line, _)| *line)
        .collect();
    assert_eq!(good, [3, 4], "{rows:?}");
}

#[test]
fn a_quote_that_is_never_closed_in_a_large_file_takes_only_its_own_line() {
    let mut text = b"a,b\n1,\"x\n".to_vec();
    (0..300_000).for_each(|_| text.extend_from_slice(b"2,yyyyyy\n"));
    let rows = read(&text);
    assert_eq!(rows.len(), 300_001);
    assert!(rows[0].1.is_err() && rows[1..].iter().all(|(_, row)| row.is_ok()));
    assert_eq!(rows[300_000].0, 300_002);
}

#[test]
fn text_behind_a_closing_quote_is_named_with_its_place() {
    let (line, said) = fault(b"a,b\n1,\"x\"y\n2,z\n");
    assert!(line == 2 && said.starts_with("2:6 text follows"), "{said}");
}

#[test]
fn bytes_that_are_no_text_are_named_with_their_place() {
    let (_, said) = fault(b"a,b\n1,\xc3\xa4\xff\n2,z\n");
    assert!(said.starts_with("2:4 this byte is not UTF-8"), "{said}");
    let (_, said) = fault(b"a,b\n\"x\ny\xff\",1\n2,z\n");
    assert!(said.starts_with("3:2 this byte is not UTF-8"), "{said}");
    let (_, said) = fault(b"a,b\n1,x\0y\n2,z\n");
    assert!(said.starts_with("2:4 here is a NUL"), "{said}");
}

#[test]
fn a_row_with_more_or_fewer_cells_than_columns_is_named() {
    let (_, said) = fault(b"a,b\n1,x,y\n2,z\n");
    assert_eq!(said, "2:5 the row has 3 cells, the first line names 2");
    let (_, said) = fault(b"a,b\n1\n2,z\n");
    assert_eq!(said, "2:2 the row has 1 cells, the first line names 2");
}

#[test]
fn an_enormous_cell_is_one_bad_row_kept_as_it_stands_whether_it_is_quoted_or_not() {
    let plain = "x".repeat(5 * LARGEST_ROW);
    let lines = "x\n".repeat(LARGEST_ROW);
    for cell in [plain.clone(), format!("\"{plain}\""), format!("\"{lines}\"")] {
        let row = format!("1,{cell}\n");
        let (_folder, mut rows) = open(format!("a,b\n{row}2,z\n").as_bytes());
        let bad = rows.next_row().unwrap().unwrap();
        let said = bad.cells.unwrap_err();
        assert_eq!((said.place.line, bad.raw.len()), (2, row.len() as u64));
        assert!(self::said(&said).contains("it may have"), "{said:?}");
        let mut kept = Vec::new();
        bad.raw.write_to(&mut kept).unwrap();
        assert!(kept == row.as_bytes());
        assert!(rows.next_row().unwrap().unwrap().cells.is_ok());
        assert!(rows.next_row().unwrap().is_none());
    }
}

#[test]
fn columns_of_the_same_name_and_without_one_can_be_told_apart() {
    let (_folder, rows) = open(b"id,Comment,,Comment\n");
    let names: Vec<&str> = rows.columns().unwrap().names().collect();
    assert_eq!(names, ["id", "Comment", "column 3", "Comment.2"]);
}

#[test]
fn json_lines_name_what_lies_deep_by_its_way() {
    let text =
        b"{\"id\":7,\"by\":{\"name\":\"Ann\",\"tags\":[\"a\",null]},\"x\":\"\",\"y\":null,\"z\":true}\n\n{\"id\":8}\n";
    let (_folder, mut rows) = open(text);
    assert!(rows.columns().is_none());
    let row = rows.next_row().unwrap().unwrap();
    let cells = row.cells.unwrap();
    let found: Vec<_> = cells.iter().map(|(name, cell)| (name, cell.text.as_str())).collect();
    assert_eq!(
        found,
        [
            ("id", "7"),
            ("by.name", "Ann"),
            ("by.tags.0", "a"),
            ("x", ""),
            ("z", "true")
        ]
    );
    assert_eq!(cells.get("x").unwrap().place, Place { line: 1, column: 47 });
    assert_eq!(rows.next_row().unwrap().unwrap().line, 3);
}

#[test]
fn bad_json_lines_are_named_with_their_place_and_the_rest_counts() {
    let mut text = b"{\"id\":1}\n{\"id\":2\n7\n{\"id\":\"a\\u0000\"}\n{\"id\":\"\xff\"}\n".to_vec();
    text.extend(format!("{{\"id\":\"{}\"}}\n{{\"id\":3}}\n", "x".repeat(2 * LARGEST_ROW)).into_bytes());
    let rows = read(&text);
    let said: Vec<&str> = rows
        .iter()
        .filter_map(|(_, row)| row.as_ref().err())
        .map(String::as_str)
        .collect();
    let begins = [
        "2:7 the line is no JSON: EOF",
        "3:1 the line is no JSON object",
        "4:2 here is a NUL",
        "5:8 this byte",
        "6:1 the row has",
    ];
    assert_eq!(said.len(), begins.len(), "{said:?}");
    for (said, begin) in said.iter().zip(begins) {
        assert!(said.starts_with(begin), "{said}");
    }
    assert_eq!((rows[0].0, rows[6].0), (1, 7));
    assert!(rows[0].1.is_ok() && rows[6].1.is_ok());
}

#[test]
fn thousands_of_columns_of_one_name_are_told_apart() {
    let (_folder, mut rows) = open(format!("a{}\n1{}\n", ",a".repeat(9999), ",1".repeat(9999)).as_bytes());
    let names: Vec<&str> = rows.columns().unwrap().names().collect();
    assert_eq!((names.len(), names[0], names[9999]), (10_000, "a", "a.10000"));
    assert!(rows.next_row().unwrap().unwrap().cells.is_ok());
}

#[test]
fn a_line_of_json_whose_values_or_names_multiply_is_one_bad_row() {
    let zeroes = |count| format!("[{}0]", "0,".repeat(count));
    let long = "a".repeat(LARGEST_ROW / 2);
    let deep = format!("{{\"id\":1,\"{long}\":{}}}\n", zeroes(100_000));
    let wide = format!("{{\"id\":1,\"a\":{}}}\n", zeroes(30_000));
    let nothing = format!("{{\"id\":1,\"{long}\":[{}null]}}\n", "null,".repeat(50_000));
    for line in [deep, wide, nothing] {
        let (line, said) = fault(format!("{line}{{\"id\":2}}\n").as_bytes());
        assert!(line == 1 && said.starts_with("1:9 the line holds more than"), "{said}");
    }
}

#[test]
fn a_line_of_json_with_many_names_says_where_each_stands() {
    let many: Vec<String> = (0..20_000).map(|number| format!("\"k{number}\":1")).collect();
    let (_folder, mut rows) = open(format!("{{{}}}\n", many.join(",")).as_bytes());
    let cells = rows.next_row().unwrap().unwrap().cells.unwrap();
    assert_eq!(cells.get("k0").unwrap().place, Place { line: 1, column: 2 });
    let last = many[..19_999].iter().map(|name| name.len() + 1).sum::<usize>() as u64 + 2;
    assert_eq!(cells.get("k19999").unwrap().place, Place { line: 1, column: last });
}

#[test]
fn a_json_list_and_an_empty_file_are_refused_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("rows");
    for (text, said) in [
        ("[{\"a\":1}]", "one object a line"),
        ("", "there is none"),
        ("\"a,b\n", "never closed"),
    ] {
        std::fs::write(&file, text).unwrap();
        let error = Rows::open(&file)
            .err()
            .unwrap()
            .said(&Sentences::new(crate::base::Language::English));
        assert!(error.contains(said), "{error}");
    }
}

proptest! {
    #[test]
    fn what_another_program_writes_as_csv_is_read_the_same(
        table in (1_usize..5).prop_flat_map(|width| {
            let cell = proptest::string::string_regex("(?s)[^\0]{0,12}").unwrap();
            proptest::collection::vec(proptest::collection::vec(cell, width), 1..6)
        })
    ) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let width = table[0].len();
        writer.write_record((0..width).map(|at| format!("c{at}"))).unwrap();
        for row in &table {
            writer.write_record(row).unwrap();
        }
        let written = writer.into_inner().unwrap();
        let found: Vec<_> = read(&written).into_iter().map(|(_, row)| row.unwrap()).collect();
        prop_assert_eq!(found, table);
    }

    #[test]
    fn no_bytes_whatever_end_the_reading(bytes in proptest::collection::vec(prop_oneof![Just(b'"'), Just(b'\n'), Just(b','), any::<u8>()], 0..200)) {
        let mut text = b"a,b\n".to_vec();
        text.extend(&bytes);
        let rows = read(&text);
        let lines: Vec<u64> = rows.iter().map(|(line, _)| *line).collect();
        let mut sorted = lines.clone();
        sorted.sort_unstable();
        prop_assert_eq!(lines, sorted, "in their order");
    }
}
