//! The portal as it shows itself: branding before sign-in, and the version that this person has chosen.

use super::error::RemoteError;
use super::tandem::{Remote, read};
use crate::records::administration::portal::Branding;
use crate::wire::ext::portal::PortalVersionSwitch;
use crate::wire::ext::session::Me;
use reqwest::Method;

impl Remote {
    /// How the sign-in banner looks. Needs no session.
    ///
    /// # Errors
    /// No answer, or not Tandem's.
    pub async fn branding(&self) -> Result<Branding, RemoteError> {
        self.get("branding").await
    }

    /// Switches this person to the next version of the portal, or back (CP-19).
    ///
    /// # Errors
    /// `Refused` with `feature_inactive` where it is not offered to them.
    pub async fn switch_portal_version(&self, next: bool) -> Result<Me, RemoteError> {
        let request = self.writing()?.request(Method::PUT, "me/portalVersion");
        read(request.json(&PortalVersionSwitch { next })).await
    }
}
