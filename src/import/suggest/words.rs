//! What helpdesks call their statuses and priorities, in English, German and Spanish. All folded: lower case, no
//! diacritics, words parted by single blanks.

use crate::base::fold;
use crate::domain::Priority;

/// What stands for "not known".
pub(super) const UNKNOWN: [&str; 12] = [
    "?", "-", "--", "n/a", "N/A", "NULL", "null", "None", "\\N", "(empty)", "k. A.", "s/d",
];

/// The words for statuses, with the label that they likely have here. The longer ones come first: "in progress" before
/// "progress".
const STATUSES: [(&str, &[&str]); 5] = [
    (
        "Waiting Vendor",
        &[
            "awaiting vendor",
            "awaiting problem",
            "waiting for third party",
            "third party",
            "pending vendor",
            "vendor",
            "lieferant",
            "hersteller",
            "proveedor",
            "tercero",
        ],
    ),
    (
        "Waiting Customer",
        &[
            "awaiting",
            "waiting",
            "pending",
            "on hold",
            "hold",
            "wartet",
            "wartend",
            "warten",
            "zuruckgestellt",
            "angehalten",
            "ruckfrage",
            "espera",
            "esperando",
            "pendiente",
        ],
    ),
    (
        "Complete",
        &[
            "resolved",
            "closed",
            "close",
            "done",
            "complete",
            "completed",
            "solved",
            "fixed",
            "cancelled",
            "canceled",
            "rejected",
            "geschlossen",
            "gelost",
            "erledigt",
            "abgeschlossen",
            "storniert",
            "abgelehnt",
            "cerrado",
            "cerrada",
            "resuelto",
            "resuelta",
            "completado",
            "cancelado",
            "finalizado",
            "rechazado",
        ],
    ),
    (
        "In Progress",
        &[
            "in progress",
            "progress",
            "active",
            "assigned",
            "working",
            "reopened",
            "accepted",
            "in arbeit",
            "arbeit",
            "bearbeitung",
            "zugewiesen",
            "progreso",
            "curso",
            "proceso",
            "asignado",
            "activo",
            "reabierto",
        ],
    ),
    (
        "New",
        &[
            "new",
            "open",
            "opened",
            "registered",
            "submitted",
            "neu",
            "offen",
            "nuevo",
            "nueva",
            "abierto",
            "abierta",
        ],
    ),
];

/// The status that is suggested for a word that nobody knows.
pub(super) const STATUS_ELSE: &str = "In Progress";

/// The label of the status that a word likely means.
pub(super) fn status(word: &str) -> Option<&'static str> {
    let word = folded(word);
    let found = STATUSES
        .iter()
        .find(|(_, words)| words.iter().any(|known| holds(&word, known)));
    found.map(|(label, _)| *label)
}

/// The words for priorities.
const PRIORITIES: [(Priority, &[&str]); 4] = [
    (
        Priority::CRITICAL,
        &[
            "critical",
            "highest",
            "urgent",
            "blocker",
            "emergency",
            "kritisch",
            "dringend",
            "sofort",
            "critica",
            "critico",
            "urgente",
            "p1",
            "1",
        ],
    ),
    (Priority::HIGH, &["high", "major", "hoch", "alta", "alto", "p2", "2"]),
    (
        Priority::MEDIUM,
        &[
            "medium", "moderate", "normal", "standard", "mittel", "media", "medio", "p3", "3",
        ],
    ),
    (
        Priority::LOW,
        &[
            "low", "lowest", "minor", "trivial", "planning", "niedrig", "gering", "baja", "bajo", "p4", "4", "p5", "5",
        ],
    ),
];

/// The priority that a word likely means.
pub(super) fn priority(word: &str) -> Option<Priority> {
    let word = folded(word);
    // A word says more than the number before it.
    let is_number = |known: &&&str| known.chars().any(|letter| letter.is_ascii_digit());
    let find = |wanted: bool| {
        PRIORITIES.iter().find(|(_, words)| {
            let mut words = words.iter().filter(|known| is_number(known) == wanted);
            words.any(|known| holds(&word, known))
        })
    };
    find(false).or_else(|| find(true)).map(|(priority, _)| *priority)
}

/// The folded words of a name, parted by blanks; `createdAt` is two.
pub(super) fn folded(name: &str) -> String {
    let mut parted = String::with_capacity(name.len() + 4);
    let mut was_small = false;
    for letter in name.chars() {
        if was_small && letter.is_uppercase() {
            parted.push(' ');
        }
        was_small = letter.is_lowercase();
        parted.push(letter);
    }
    fold::words(&parted).join(" ")
}

/// Whether whole words of a text are these.
pub(super) fn holds(text: &str, words: &str) -> bool {
    format!(" {text} ").contains(&format!(" {words} "))
}
