//! When to draw: at once for a key, in pieces of time for data, never for nothing. Instants are passed in.

use std::time::{Duration, Instant};

/// A key's frame waits so long after the frame before it.
const AFTER_A_FRAME: Duration = Duration::from_millis(8);
/// Frames that only data cause come no closer than this.
const BETWEEN_DATA: Duration = Duration::from_millis(50);

/// What made a frame necessary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A person waits for it.
    Person,
    /// Something on the screen is no longer so.
    Data,
}

/// Bits that a byte takes on a serial line.
const BITS_A_BYTE: u64 = 10;

/// When the last frame was drawn, and when the next one is due.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pace {
    drawn: Option<Instant>,
    due: Option<Instant>,
    /// The line's speed in bits a second, where frames are to be held back for it.
    line: Option<u32>,
    /// When the last frame can have been carried.
    carried: Option<Instant>,
}

impl Pace {
    /// A pace for a line of so many bits a second: no frame is written before the last can have been carried.
    #[must_use]
    pub fn of_line(line: Option<u32>) -> Self {
        Self {
            line: line.filter(|bits| *bits > 0),
            ..Self::default()
        }
    }

    /// Whether frames are held back.
    #[must_use]
    pub fn is_slow(&self) -> bool {
        self.line.is_some()
    }

    /// So many bytes were written.
    pub fn wrote(&mut self, bytes: usize, now: Instant) {
        if let Some(bits) = self.line {
            let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
            let millis = bytes.saturating_mul(BITS_A_BYTE * 1_000) / u64::from(bits);
            self.carried = Some(self.carried.map_or(now, |carried| carried.max(now)) + Duration::from_millis(millis));
        }
    }

    /// A frame is needed; several needs before it is drawn make one frame.
    pub fn need(&mut self, cause: Cause, now: Instant) {
        let distance = match cause {
            Cause::Person => AFTER_A_FRAME,
            Cause::Data => BETWEEN_DATA,
        };
        let wanted = self.drawn.map_or(now, |drawn| (drawn + distance).max(now));
        let wanted = self.carried.map_or(wanted, |carried| carried.max(wanted));
        self.due = Some(self.due.map_or(wanted, |due| due.min(wanted)));
    }

    /// When the next frame is due, if one is needed.
    #[must_use]
    pub fn due(&self) -> Option<Instant> {
        self.due
    }

    /// Whether a frame is due now; then it counts as drawn.
    pub fn take(&mut self, now: Instant) -> bool {
        let is_due = self.due.is_some_and(|due| due <= now);
        if is_due {
            self.due = None;
            self.drawn = Some(now);
        }
        is_due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(start: Instant, millis: u64) -> Instant {
        start + Duration::from_millis(millis)
    }

    #[test]
    fn a_key_after_a_pause_is_drawn_at_once_and_a_burst_of_keys_in_one_frame() {
        let start = Instant::now();
        let mut pace = Pace::default();
        pace.need(Cause::Person, start);
        assert!(pace.take(start));
        pace.need(Cause::Person, after(start, 2));
        pace.need(Cause::Person, after(start, 5));
        assert!(!pace.take(after(start, 5)));
        assert!(pace.take(after(start, 8)));
        assert_eq!(pace.due(), None);
    }

    #[test]
    fn data_is_drawn_twenty_times_a_second_at_most_and_a_key_does_not_wait_for_it() {
        let start = Instant::now();
        let mut pace = Pace::default();
        pace.need(Cause::Data, start);
        assert!(pace.take(start));
        pace.need(Cause::Data, after(start, 1));
        assert_eq!(pace.due(), Some(after(start, 50)));
        pace.need(Cause::Person, after(start, 20));
        assert!(pace.take(after(start, 20)));
    }

    #[test]
    fn on_a_slow_line_no_frame_is_written_before_the_last_can_have_been_carried() {
        let start = Instant::now();
        let mut pace = Pace::of_line(Some(9_600));
        pace.need(Cause::Person, start);
        assert!(pace.take(start));
        pace.wrote(960, start);
        pace.need(Cause::Person, after(start, 100));
        pace.need(Cause::Person, after(start, 200));
        assert_eq!(pace.due(), Some(after(start, 1_000)));
    }

    #[test]
    fn where_nothing_is_needed_nothing_is_drawn() {
        let mut pace = Pace::default();
        assert!(!pace.take(Instant::now()));
    }
}
