//! The demo desk's files, embedded.

/// A file's name, as messages give it, and its text.
pub(super) type File = (&'static str, &'static str);

/// Whose desk it is.
pub(super) const INSTANCE: File = ("instance.toml", include_str!("../../../assets/demo/instance.toml"));

/// Who is there.
pub(super) const DESK: File = ("desk.toml", include_str!("../../../assets/demo/desk.toml"));

/// What is sold to them.
pub(super) const CONTRACTS: File = ("contracts.toml", include_str!("../../../assets/demo/contracts.toml"));

macro_rules! tickets {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../../assets/demo/", $name)))),*]
    };
}

/// What they did.
pub(super) const TICKETS: &[File] = tickets![
    "tickets-01.toml",
    "tickets-02.toml",
    "tickets-03.toml",
    "tickets-04.toml",
    "tickets-05.toml",
    "tickets-06.toml",
    "tickets-07.toml",
    "tickets-08.toml",
    "tickets-09.toml",
    "tickets-10.toml",
];
