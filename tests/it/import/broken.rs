//! Files with something wrong in them: each bad row is named with its place and kept as it stands, the rest goes in, and
//! what was put right goes in later.

use super::{EVENTS, home, import, ticket};
use crate::command_line::program::Home;

/// The events as lines.
fn lines() -> Vec<Vec<u8>> {
    EVENTS.lines().map(|line| line.as_bytes().to_vec()).collect()
}

async fn home_with(lines: &[Vec<u8>]) -> Home {
    let home = home("").await;
    std::fs::write(home.path("events.csv"), lines.join(&b'\n')).unwrap();
    home
}

fn replaced(line: &[u8], from: &str, to: &[u8]) -> Vec<u8> {
    let at = line
        .windows(from.len())
        .position(|part| part == from.as_bytes())
        .unwrap_or_else(|| panic!("{from} in {}", String::from_utf8_lossy(line)));
    [&line[..at], to, &line[at + from.len()..]].concat()
}

/// What is wrong with a row: its line, what stands there instead of what, the place and words that name it.
const FAULTS: [(usize, &str, &[u8], &str); 8] = [
    (
        2,
        "01-03-2026 09:00",
        b"31-02-2026 09:00",
        "events.csv:3:66: at: \"31-02-2026 09:00\" is not a moment",
    ),
    (
        2,
        "Working",
        b"Dozing",
        "events.csv:3:4: status: the mapping's [status] does not know \"Dozing\"",
    ),
    (
        2,
        ",Ben",
        b"",
        "events.csv:3:116: row: the row has 13 cells, the first line names 14",
    ),
    (
        2,
        "Working",
        b"\"Working",
        "events.csv:3:4: row: the quote that opens this cell is never closed",
    ),
    (2, "Pat", b"\"P\"at", "events.csv:3:23: row: text follows the quote"),
    (2, "Pat", b"P\xe4t", "events.csv:3:21: row: this byte is not UTF-8"),
    (2, "Pat", b"P\0at", "events.csv:3:21: row: here is a NUL character"),
    (
        2,
        "0,0,true",
        b"few,0,true",
        "events.csv:3:29: reassignments: \"few\" is not a count",
    ),
];

#[tokio::test]
async fn every_kind_of_bad_row_is_named_kept_mended_and_taken_later() {
    for (line, from, to, said) in FAULTS {
        let mut lines = lines();
        lines[line] = replaced(&lines[line], from, to);
        let home = home_with(&lines).await;
        let ended = import(&home, "events.csv", &[]).await;
        assert_eq!(ended.code, Some(1), "{ended:?}");
        assert!(ended.out.contains("8 rows are in"), "{said}: {ended:?}");
        assert!(ended.err.contains(said), "{said} in {ended:?}");
        let kept = std::fs::read(home.path("events.rejects.csv")).unwrap();
        let expected = [&lines[0][..], &lines[line][..], b""].join(&b'\n');
        assert_eq!(kept, expected, "as it stood");
        let right = EVENTS.lines().nth(line).unwrap();
        let mended = format!("{}\n{right}\n", EVENTS.lines().next().unwrap());
        std::fs::write(home.path("mended.csv"), mended).unwrap();
        let done = import(&home, "mended.csv", &[]).await.done();
        assert!(done.contains("1 rows are in"), "{done}");
        let again = import(&home, "mended.csv", &[]).await.done();
        assert!(again.contains("0 rows are in"), "{again}");
        let row = ticket(&home, "A1").await;
        assert_eq!(row["ticket"]["completedDate"], "2026-03-02T10:00:00Z", "{said}");
    }
}

#[tokio::test]
async fn a_cell_of_a_hundred_megabytes_is_one_bad_row_kept_whole() {
    const ENORMOUS: usize = 100 * 1024 * 1024;
    let mut lines = lines();
    lines[4] = replaced(&lines[4], "Printing", &vec![b'x'; ENORMOUS]);
    let home = home_with(&lines).await;
    let ended = import(&home, "events.csv", &[]).await;
    assert_eq!(ended.code, Some(1), "{}", ended.err);
    assert!(ended.out.contains("8 rows are in"), "{}", ended.out);
    let said = format!("events.csv:5:1: row: the row has {} bytes", lines[4].len() + 1);
    assert!(ended.err.contains(&said), "{}", ended.err);
    let kept = std::fs::read(home.path("events.rejects.csv")).unwrap();
    assert_eq!(kept.len(), lines[0].len() + lines[4].len() + 2);
}

#[tokio::test]
async fn bad_json_lines_are_kept_as_json_lines() {
    let home = home("").await;
    let good = |number: &str| format!("{{\"number\":\"{number}\",\"state\":\"New\",\"changed\":\"01-03-2026 08:00\"}}");
    let bad = "{\"number\":\"J2\",\"state\":\"New\",\"changed\":\"01-03-2026 08:00\"";
    let text = format!("{}\n{bad}\n{}\n", good("J1"), good("J3").replace("08:00", "8 o'clock"));
    std::fs::write(home.path("events.jsonl"), text).unwrap();
    let ended = import(&home, "events.jsonl", &[]).await;
    assert!(ended.out.contains("1 rows are in, 1 tickets were made"), "{ended:?}");
    for said in [
        format!("events.jsonl:2:{}: row: the line is no JSON", bad.len()),
        "events.jsonl:3:30: at: \"01-03-2026 8 o'clock\"".to_owned(),
    ] {
        assert!(ended.err.contains(&said), "{said} in {ended:?}");
    }
    let kept = std::fs::read_to_string(home.path("events.rejects.jsonl")).unwrap();
    std::fs::write(
        home.path("mended.jsonl"),
        kept.replace("08:00\"\n", "08:00\"}\n").replace("8 o'clock", "08:00"),
    )
    .unwrap();
    let done = import(&home, "mended.jsonl", &[]).await.done();
    assert!(done.contains("2 rows are in, 2 tickets were made"), "{done}");
}

#[tokio::test]
async fn what_is_wrong_is_said_in_the_language_of_whoever_imports() {
    let mut lines = lines();
    lines[2] = replaced(&lines[2], ",Ben", b"");
    // This one only the server refuses.
    lines[4] = replaced(&lines[4], "Printing", &[b'x'; 300]);
    let home = home_with(&lines).await;
    std::fs::create_dir_all(home.path("config")).unwrap();
    for (language, said, refused) in [
        (
            "de",
            "row: die Zeile hat 13 Zellen, die erste Zeile nennt 14",
            "der Text hat 308 Zeichen",
        ),
        (
            "es",
            "row: la fila tiene 13 celdas, la primera línea nombra 14",
            "el texto tiene 308 caracteres",
        ),
    ] {
        let settings = format!("[ui]\nlanguage = \"{language}\"\n");
        std::fs::write(home.path("config/config.toml"), settings).unwrap();
        let ended = import(&home, "events.csv", &["--dry-run"]).await;
        assert!(ended.err.contains(&format!("events.csv:3:116: {said}")), "{ended:?}");
        assert!(ended.err.contains(refused), "{refused} in {ended:?}");
    }
}
