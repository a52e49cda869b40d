//! Addresses of the web as they may be shown: without the name and password that may stand in them.

/// The address without name and password: `https://me:secret@desk.example/x` becomes `https://desk.example/x`.
#[must_use]
pub fn shown(address: &str) -> String {
    let (scheme, rest) = address.split_once("://").unwrap_or(("", address));
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    match scheme {
        "" => format!("{host}{path}"),
        scheme => format!("{scheme}://{host}{path}"),
    }
}

/// Whether an address leads to this host itself.
#[must_use]
pub fn is_loopback(address: &str) -> bool {
    let shown = shown(address);
    let rest = shown.split_once("://").map_or(shown.as_str(), |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = match authority.strip_prefix('[') {
        Some(bracketed) => bracketed.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    };
    let is_own = |address: std::net::IpAddr| address.is_loopback();
    host.eq_ignore_ascii_case("localhost") || host.parse().is_ok_and(is_own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobodys_password_is_shown() {
        for (address, said) in [
            (
                "https://me:se@cret@desk.example:8080/x@y",
                "https://desk.example:8080/x@y",
            ),
            ("http://me:secret@proxy.example", "http://proxy.example"),
            ("https://desk.example?a=b@c", "https://desk.example?a=b@c"),
            ("me:secret@proxy", "proxy"),
            ("https://desk.example/", "https://desk.example/"),
        ] {
            assert_eq!(shown(address), said);
        }
    }

    #[test]
    fn this_host_is_known_by_its_names() {
        for (address, is_own) in [
            ("http://localhost:8080", true),
            ("http://127.0.0.1:8080/x", true),
            ("http://[::1]:8080", true),
            ("http://me@127.0.0.1", true),
            ("http://desk.example", false),
            ("http://localhost.example", false),
            ("http://10.0.0.7:8080", false),
        ] {
            assert_eq!(is_loopback(address), is_own, "{address}");
        }
    }
}
