//! Keeps the console's embedded backend: serves, joins whoever serves, takes over when it goes, lets go before a stop.

use crate::base::Clock;
use crate::cli::embedded::{Address, Embedded, EmbeddedError, Places, Tell};
use crate::remote::Client;
use std::sync::Arc;
use tokio::sync::Mutex;

/// The console's part in the embedded backend.
pub struct Keeper {
    places: Places,
    clock: Arc<dyn Clock>,
    client: Client,
    part: Mutex<Part>,
}

/// How far it has come.
enum Part {
    /// Nothing yet.
    Outside,
    /// Serving or joined.
    In(Embedded),
    /// Given up for a stop.
    Away(Embedded),
}

impl Keeper {
    /// Nothing is started yet.
    #[must_use]
    pub fn new(places: Places, clock: Arc<dyn Clock>, client: Client) -> Self {
        Self {
            places,
            clock,
            client,
            part: Mutex::new(Part::Outside),
        }
    }

    /// Where the backend is; joins or serves where that hasn't happened yet.
    ///
    /// # Errors
    /// When neither is possible.
    pub async fn enter(&self) -> Result<Address, EmbeddedError> {
        self.enter_telling(Arc::new(|_| {})).await
    }

    /// The same, told how far the making of the desk has come.
    ///
    /// # Errors
    /// When neither is possible.
    pub async fn enter_telling(&self, tell: Tell) -> Result<Address, EmbeddedError> {
        let mut part = self.part.lock().await;
        if let Part::In(embedded) | Part::Away(embedded) = &*part {
            return Ok(embedded.address().clone());
        }
        let entered = Embedded::enter(self.places.clone(), Arc::clone(&self.clock), self.client.clone(), tell);
        let embedded = entered.await?;
        let address = embedded.address().clone();
        *part = Part::In(embedded);
        Ok(address)
    }

    /// Where the backend is now, at the start and after it didn't answer: whoever served may have gone. Nothing while
    /// the process is about to stop.
    ///
    /// # Errors
    /// As [`Keeper::enter`].
    pub async fn look_again(&self) -> Result<Option<Address>, EmbeddedError> {
        match &mut *self.part.lock().await {
            Part::In(embedded) => return Ok(Some(embedded.resume().await?.clone())),
            Part::Away(_) => return Ok(None),
            Part::Outside => {}
        }
        self.enter().await.map(Some)
    }

    /// Lets go of the backend, so that another process can serve.
    pub async fn leave(&self) {
        let mut part = self.part.lock().await;
        *part = match std::mem::replace(&mut *part, Part::Outside) {
            Part::In(mut embedded) | Part::Away(mut embedded) => {
                embedded.release().await;
                Part::Away(embedded)
            }
            Part::Outside => Part::Outside,
        };
    }

    /// Comes back after [`Keeper::leave`].
    ///
    /// # Errors
    /// As [`Keeper::enter`].
    pub async fn come_back(&self) -> Result<Address, EmbeddedError> {
        {
            let mut part = self.part.lock().await;
            *part = match std::mem::replace(&mut *part, Part::Outside) {
                Part::Away(embedded) => Part::In(embedded),
                part => part,
            };
        }
        match self.look_again().await? {
            Some(address) => Ok(address),
            None => self.enter().await,
        }
    }
}
