//! What a shared helpdesk is: pure rules, no async, no I/O, no clock.
