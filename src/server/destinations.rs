//! Where webhooks may send to: what the administrator of the server's host allowed, by default public addresses over
//! HTTPS and nothing of the server's own network.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::str::FromStr;
use url::Url;

/// The word for all public addresses.
const PUBLIC: &str = "public";
/// The word for nothing at all.
const NOTHING: &str = "nothing";

/// Where webhooks may send to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destinations(Vec<Destination>);

/// Something that is allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// Nothing besides what else is named.
    Nothing,
    /// Every address of the internet, over HTTPS.
    Public,
    /// This scheme, host and port, wherever it leads.
    Origin(String),
}

/// An address that webhooks may send to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// The address.
    pub url: Url,
    /// How it is reached.
    pub way: Way,
}

/// How an allowed address is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It was allowed by its name: wherever that leads.
    Named,
    /// Only where its name leads out of the server's own network.
    Public,
}

/// Why an address is not allowed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Forbidden {
    /// It is none.
    #[error("is no address like https://hooks.example/tickets")]
    Unreadable,
    /// A name or a password stands in it.
    #[error("may not have a user name or a password in it")]
    Credentials,
    /// It isn't encrypted.
    #[error("must begin with https://, unless the server is started with --webhooks-to {0}")]
    Unencrypted(String),
    /// It is not among what the administrator allowed.
    #[error("is not allowed; start the server with --webhooks-to {0} to allow it")]
    NotNamed(String),
    /// It leads into a network that is not public.
    #[error("leads to {address}, which is not public; start the server with --webhooks-to {origin} to allow it")]
    NotPublic {
        /// Where it leads.
        address: IpAddr,
        /// What would have to be allowed.
        origin: String,
    },
}

/// Why a destination can't be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("take public, nothing, or scheme, host and port alone, like https://hooks.example or http://10.0.0.7:8080")]
pub struct NoDestination;

impl Default for Destinations {
    fn default() -> Self {
        Self(vec![Destination::Public])
    }
}

impl From<Vec<Destination>> for Destinations {
    fn from(destinations: Vec<Destination>) -> Self {
        match destinations.is_empty() {
            true => Self::default(),
            false => Self(destinations),
        }
    }
}

impl FromStr for Destination {
    type Err = NoDestination;

    fn from_str(text: &str) -> Result<Self, NoDestination> {
        match text {
            PUBLIC => return Ok(Self::Public),
            NOTHING => return Ok(Self::Nothing),
            _ => {}
        }
        let url = Url::parse(text).map_err(|_| NoDestination)?;
        let is_bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none() && !has_credentials(&url);
        match is_web(&url) && is_bare {
            true => Ok(Self::Origin(origin(&url))),
            false => Err(NoDestination),
        }
    }
}

impl Destinations {
    /// Reads an address and says how it may be reached. Where its name leads is for [`public_addresses`] to say.
    ///
    /// # Errors
    /// Why it may not.
    pub fn check(&self, address: &str) -> Result<Allowed, Forbidden> {
        let url = Url::parse(address).map_err(|_| Forbidden::Unreadable)?;
        if !is_web(&url) {
            return Err(Forbidden::Unreadable);
        }
        if has_credentials(&url) {
            return Err(Forbidden::Credentials);
        }
        let origin = origin(&url);
        if self.0.contains(&Destination::Origin(origin.clone())) {
            let way = Way::Named;
            return Ok(Allowed { url, way });
        }
        if !self.0.contains(&Destination::Public) {
            return Err(Forbidden::NotNamed(origin));
        }
        if url.scheme() != "https" {
            return Err(Forbidden::Unencrypted(origin));
        }
        match ip(&url).filter(|address| !is_public(*address)) {
            Some(address) => Err(Forbidden::NotPublic { address, origin }),
            None => Ok(Allowed { url, way: Way::Public }),
        }
    }

    /// The same, and where its name leads now. A name that leads nowhere yet is no reason to refuse it: it is looked up
    /// again whenever something is sent.
    ///
    /// # Errors
    /// Why it may not be sent to.
    pub async fn check_now(&self, address: &str) -> Result<(), Forbidden> {
        let Allowed { url, way } = self.check(address)?;
        let (Some(host), Way::Public) = (url.host_str(), way) else {
            return Ok(());
        };
        match public_addresses(host.trim_matches(['[', ']'])).await {
            Err(LookUp::NotPublic(address)) => Err(Forbidden::NotPublic {
                address,
                origin: origin(&url),
            }),
            _ => Ok(()),
        }
    }
}

/// Why a name can't be used.
#[derive(Debug, thiserror::Error)]
pub enum LookUp {
    /// It leads nowhere.
    #[error("the name can't be looked up: {0}")]
    Failed(#[from] std::io::Error),
    /// It leads, among others, there.
    #[error("the name leads to {0}, which is not public")]
    NotPublic(IpAddr),
}

/// Where a name leads, if all of that is public.
///
/// # Errors
/// Where it isn't, or leads nowhere.
pub async fn public_addresses(host: &str) -> Result<Vec<SocketAddr>, LookUp> {
    let addresses: Vec<SocketAddr> = tokio::net::lookup_host((host, 0)).await?.collect();
    match addresses
        .iter()
        .map(SocketAddr::ip)
        .find(|address| !is_public(*address))
    {
        Some(address) => Err(LookUp::NotPublic(address)),
        None => Ok(addresses),
    }
}

fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https") && url.has_host()
}

fn has_credentials(url: &Url) -> bool {
    !url.username().is_empty() || url.password().is_some()
}

fn origin(url: &Url) -> String {
    url.origin().ascii_serialization()
}

/// The address that stands where a name could; however it was spelled, it was read as browsers read it.
fn ip(url: &Url) -> Option<IpAddr> {
    match url.host()? {
        url::Host::Ipv4(address) => Some(address.into()),
        url::Host::Ipv6(address) => Some(address.into()),
        url::Host::Domain(_) => None,
    }
}

/// Whether an address is one of the internet: of what IANA gives to single hosts there.
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let is_special = match (a, b) {
        // This network, loopback, carrier's translation, link-local, benchmarks, and what is neither given nor one host's.
        (0 | 127 | 224.., _) | (100, 64..=127) | (169, 254) | (198, 18..=19) => true,
        // Protocols of their own, and the relays that lead into IPv6.
        (192, 0) => c == 0 || c == 2,
        (192, 88) => c == 99,
        _ => address.is_private() || address.is_documentation(),
    };
    !is_special
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let [a, b, ..] = address.segments();
    // All that was given out lies in 2000::/3: mapped, translated, local and multicast addresses lie elsewhere.
    let is_global = a & 0xe000 == 0x2000;
    // Protocols of their own (Teredo among them), examples, and IPv4 in disguise.
    let is_special = matches!((a, b), (0x2001, 0..0x0200 | 0x0db8) | (0x2002 | 0x3fff, _));
    is_global && !is_special
}

#[cfg(test)]
mod tests {
    use super::*;

    fn destinations(words: &[&str]) -> Destinations {
        let words: Vec<Destination> = words.iter().map(|word| word.parse().unwrap()).collect();
        words.into()
    }

    #[test]
    fn by_default_only_public_addresses_are_sent_to_and_only_encrypted() {
        let allowed = Destinations::default();
        for address in [
            "https://hooks.example/tickets?key=1",
            "https://8.8.8.8/",
            "https://[2606:4700::1111]:8443/x",
        ] {
            assert_eq!(
                allowed.check(address).map(|allowed| allowed.way),
                Ok(Way::Public),
                "{address}"
            );
        }
        for address in [
            "https://127.0.0.1/",
            "https://2130706433/",
            "https://0x7f000001/",
            "https://0177.0.0.1/",
            "https://127.1/",
            "https://0/",
            "https://10.0.0.1/",
            "https://172.16.0.1/",
            "https://192.168.1.1/",
            "https://169.254.169.254/latest/meta-data",
            "https://100.64.0.1/",
            "https://198.18.0.1/",
            "https://192.0.2.7/",
            "https://224.0.0.1/",
            "https://255.255.255.255/",
            "https://[::1]/",
            "https://[::]/",
            "https://[::ffff:10.0.0.1]/",
            "https://[::ffff:8.8.8.8]/",
            "https://[64:ff9b::a00:1]/",
            "https://[2002:a00:1::]/",
            "https://[2001::1]/",
            "https://[fe80::1]/",
            "https://[fc00::1]/",
            "https://[ff02::1]/",
            "https://１２７.0.0.1/",
        ] {
            let refused = allowed.check(address);
            assert!(
                matches!(refused, Err(Forbidden::NotPublic { .. })),
                "{address}: {refused:?}"
            );
        }
        for (address, refusal) in [
            ("hooks.example", Forbidden::Unreadable),
            ("ftp://hooks.example/", Forbidden::Unreadable),
            ("file:///etc/passwd", Forbidden::Unreadable),
            ("https://hooks.example@10.0.0.1/", Forbidden::Credentials),
            ("https://me:pw@hooks.example/", Forbidden::Credentials),
            (
                "http://hooks.example/",
                Forbidden::Unencrypted("http://hooks.example".to_owned()),
            ),
        ] {
            assert_eq!(allowed.check(address), Err(refusal), "{address}");
        }
    }

    #[test]
    fn what_is_allowed_by_its_name_is_that_scheme_host_and_port_alone() {
        let allowed = destinations(&["http://10.0.0.7:8080", "https://Hooks.Internal/"]);
        for address in [
            "http://10.0.0.7:8080/a",
            "http://0x0a000007:8080/b",
            "https://hooks.internal:443/x",
        ] {
            assert_eq!(
                allowed.check(address).map(|allowed| allowed.way),
                Ok(Way::Named),
                "{address}"
            );
        }
        for address in [
            "https://10.0.0.7:8080/",
            "http://10.0.0.7/",
            "https://hooks.internal:444/",
            "https://hooks.internal.example/",
            "https://hooks.example/",
        ] {
            assert!(
                matches!(allowed.check(address), Err(Forbidden::NotNamed(_))),
                "{address}"
            );
        }
        let both = destinations(&["public", "http://10.0.0.7:8080"]);
        assert!(both.check("https://hooks.example/").is_ok() && both.check("http://10.0.0.7:8080/").is_ok());
        assert!(destinations(&["nothing"]).check("https://hooks.example/").is_err());
        for word in [
            "",
            "everything",
            "https://hooks.example/path",
            "https://me@hooks.example",
            "ftp://x",
        ] {
            assert_eq!(word.parse::<Destination>(), Err(NoDestination), "{word}");
        }
    }

    #[tokio::test]
    async fn a_name_that_leads_into_the_own_network_is_refused() {
        let allowed = Destinations::default();
        for address in ["https://localhost/x", "https://LOCALHOST:8443/"] {
            let refused = allowed.check_now(address).await;
            assert!(
                matches!(refused, Err(Forbidden::NotPublic { .. })),
                "{address}: {refused:?}"
            );
        }
        let named = destinations(&["https://localhost"]);
        assert_eq!(named.check_now("https://localhost/x").await, Ok(()));
    }
}
