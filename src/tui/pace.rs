//! When to draw: at once for a key, in pieces of time for data, never for nothing. Instants are passed in.

use std::time::{Duration, Instant};

/// A key's frame waits so long after the frame before it.
const AFTER_A_FRAME: Duration = Duration::from_millis(8);
/// Frames that only data cause come no closer than this.
const BETWEEN_DATA: Duration = Duration::from_millis(50);

/// What made a frame necessary, the most pressing last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// Something on the screen is no longer so.
    Data,
    /// A person waits for it.
    Person,
    /// What a person's key asked for has come: that it was asked for was drawn already.
    Answer,
}

/// A key that is held repeats faster than people press one.
const REPEAT: Duration = Duration::from_millis(60);
/// After so many presses in that time it is held; fewer may have come together over a bad line.
const PRESSES: u32 = 3;

/// The last key, and how often it came so fast.
#[derive(Clone, Copy, Debug)]
pub struct Held<Key> {
    last: Option<(Key, Instant)>,
    presses: u32,
}

impl<Key> Default for Held<Key> {
    fn default() -> Self {
        Self { last: None, presses: 0 }
    }
}

impl<Key: Copy + PartialEq> Held<Key> {
    /// A key was pressed: whether it is held.
    fn press(&mut self, key: Key, now: Instant) -> bool {
        let before = self.last.replace((key, now));
        let repeats = before.is_some_and(|(last, at)| last == key && now.duration_since(at) < REPEAT);
        self.presses = if repeats { self.presses.saturating_add(1) } else { 1 };
        self.presses > PRESSES
    }
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

    /// Whether what was written is still on its way.
    #[must_use]
    pub fn is_carrying(&self, now: Instant) -> bool {
        self.carried.is_some_and(|carried| carried > now)
    }

    /// A key was pressed. Whether it is one that is held, and the line has not carried what it did before: what it does
    /// would go on after it is let go.
    pub fn outruns<Key: Copy + PartialEq>(&self, held: &mut Held<Key>, key: Key, now: Instant) -> bool {
        held.press(key, now) && self.is_carrying(now)
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
            Cause::Answer => Duration::ZERO,
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
    fn what_a_key_asked_for_is_drawn_when_it_comes() {
        let start = Instant::now();
        let mut pace = Pace::default();
        pace.need(Cause::Person, start);
        assert!(pace.take(start));
        pace.need(Cause::Answer, after(start, 3));
        assert!(pace.take(after(start, 3)));
        assert!(Cause::Data < Cause::Person && Cause::Person < Cause::Answer);
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
    fn on_a_slow_line_a_held_key_goes_no_further_than_the_line_shows() {
        let start = Instant::now();
        let mut pace = Pace::of_line(Some(9_600));
        let mut held = Held::default();
        pace.wrote(960, start);
        // Three that come together count each; then it is held, until the line has carried what it did.
        let outruns: Vec<bool> = (0..6)
            .map(|press| pace.outruns(&mut held, 'j', after(start, 33 * press)))
            .collect();
        assert_eq!(outruns, [false, false, false, true, true, true]);
        assert!(!pace.outruns(&mut held, 'k', after(start, 200)), "another key");
        for press in 0..9 {
            assert!(
                !pace.outruns(&mut held, 'j', after(start, 300 + 70 * press)),
                "pressed, not held"
            );
        }
        (0..5).for_each(|press| _ = pace.outruns(&mut held, 'j', after(start, 950 + press)));
        assert!(!pace.outruns(&mut held, 'j', after(start, 1_001)), "the line is free");
    }

    #[test]
    fn where_nothing_is_needed_nothing_is_drawn() {
        let mut pace = Pace::default();
        assert!(!pace.take(Instant::now()));
    }
}
