//! Files of tickets, in pieces there and in parts back.

use super::error::RemoteError;
use super::tandem::{Remote, answer, read};
use crate::base::ids::TicketId;
use crate::wire::ext::upload::UploadState;
use reqwest::Method;
use reqwest::header::{CONTENT_TYPE, RANGE};

/// So much of a file is asked for at once, in bytes.
const PART: u64 = 256 * 1024;

/// A file on its way to a ticket.
#[derive(Clone, Debug)]
pub struct Sending {
    /// The ticket.
    pub ticket: TicketId,
    /// SHA-256 of all of it, in hexadecimal.
    pub digest: String,
    /// The size of all of it, in bytes.
    pub size: u64,
}

impl Remote {
    /// Sends a piece of a file, and gives how much of it the server has then.
    ///
    /// # Errors
    /// The server's.
    pub async fn send_piece(&self, file: &Sending, offset: u64, bytes: Vec<u8>) -> Result<UploadState, RemoteError> {
        let path = format!("tickets/{}/uploads/{}", file.ticket, file.digest);
        let request = self.writing()?.patient_request(Method::PATCH, &path);
        let request = request.query(&[("offset", offset), ("size", file.size)]);
        let request = request.header(CONTENT_TYPE, "application/octet-stream");
        read(request.body(bytes)).await
    }

    /// A part of a file from that byte on.
    ///
    /// # Errors
    /// `Refused` with `not_found` where the file is absent or invisible.
    pub async fn attachment_part(&self, ticket: TicketId, attachment: i64, from: u64) -> Result<Vec<u8>, RemoteError> {
        let path = format!("tickets/{ticket}/attachments/{attachment}/content");
        let range = format!("bytes={from}-{}", from.saturating_add(PART - 1));
        let request = self.patient_request(Method::GET, &path).header(RANGE, range);
        Ok(answer(request).await?.bytes().await?.to_vec())
    }
}
