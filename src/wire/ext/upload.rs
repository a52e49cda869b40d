//! How far a file has come that is sent piece by piece.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How much of a file the server has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UploadState {
    /// So many bytes, from the beginning: the next piece begins there.
    pub received: u64,
    /// The size of all of it; 0 where nothing has come.
    pub size: u64,
}
