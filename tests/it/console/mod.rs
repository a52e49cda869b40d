//! The console's state machine: keys through the real keymap in, state and effects out. No terminal, no runtime.

mod accepting;
mod actions;
mod administration;
mod billing;
mod billing_answers;
mod billing_working;
mod clients;
mod companies;
mod contracts;
mod coverage;
mod desk;
mod filtering;
mod lists;
mod onboarding;
mod onboarding_screens;
mod opened;
mod outbox;
mod pages;
mod picture;
mod pointing;
mod screens;
mod script;
mod several;
mod sign_in;
mod table;
mod working;
