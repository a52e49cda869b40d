//! Journeys of a person at a terminal: the built program in a pty, what it shows read by a terminal emulator. Each
//! waits for words on the screen, never for a time.

mod adversity;
mod billing;
mod both_sides;
mod configuring;
mod files;
mod home;
mod offline;
mod onboarding;
mod plain;
mod sign_in;
mod sizes;
mod staffing;
mod starting;
mod stopwatch;
mod terminal;
mod terminals;
mod ways_out;
mod working;
mod writing;

use home::Home;
use terminal::{Terminal, patiently};
