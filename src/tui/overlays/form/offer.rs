//! A stopwatch's time in a dialog: while it stands there as it was offered it is the stopwatch's, and goes off it once it
//! is logged. Another time is somebody's own, unless they say otherwise.

use super::Form;
use crate::records::own_time::Reading;

/// The field that says whether the time comes from the stopwatch.
pub const FROM_STOPWATCH: &str = "stopwatch";

/// What a stopwatch offers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Offer {
    /// What is on it.
    reading: Reading,
    /// The field that begins with it.
    field: &'static str,
    /// Whether it stood there as it was offered when that was looked at last.
    stands: bool,
}

impl Form {
    /// This field begins with what is on a stopwatch.
    #[must_use]
    pub fn offering(self, field: &'static str, reading: Option<Reading>) -> Self {
        let offer = reading.map(|reading| Offer {
            reading,
            field,
            stands: true,
        });
        Self { offer, ..self }
    }

    /// What goes off the stopwatch once the dialog's time is logged.
    #[must_use]
    pub fn from_stopwatch(&self) -> Option<Reading> {
        let offer = self.offer.filter(|_| self.is_on(FROM_STOPWATCH));
        offer.map(|offer| offer.reading)
    }

    /// The switch follows the time where that becomes another, or as it was offered again; in between it is the person's.
    pub(in crate::tui::overlays) fn follow_offer(&mut self) {
        let Some(offer) = self.offer else { return };
        let stands = !self.is_changed(offer.field);
        if stands == offer.stands {
            return;
        }
        self.offer = Some(Offer { stands, ..offer });
        if let Some(switch) = self.field_mut(FROM_STOPWATCH) {
            switch.set_on(stands);
        }
    }
}
