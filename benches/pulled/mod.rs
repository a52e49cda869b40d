//! A local copy that follows a server until it has all that the server has.

use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tandem::base::Clock;
use tandem::records::windows::Freshness;
use tandem::remote::Remote;
use tandem::replica::{Replica, Step};
use tandem::sync::{News, Session};

/// Follows the server until the copy is as the server is: how long it took until the list could be worked with, and
/// until then.
///
/// # Errors
/// The copy's and the server's.
pub async fn pull(
    replica: &Arc<Replica>,
    remote: Remote,
    clock: Arc<dyn Clock>,
) -> Result<(Duration, Duration), Box<dyn Error + Send + Sync>> {
    let begun = Instant::now();
    let (session, mut news) = Session::start(Arc::clone(replica), remote, clock);
    let mut usable = None;
    while let Some(news) = news.recv().await {
        if usable.is_none() && replica.place()?.step >= Step::Details {
            usable = Some(begun.elapsed());
        }
        if matches!(news, News::Freshness(Freshness::Live)) {
            break;
        }
    }
    let whole = begun.elapsed();
    session.stop().await?;
    Ok((usable.unwrap_or(whole), whole))
}
