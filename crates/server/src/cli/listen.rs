//! Where the server can be reached.

use std::io;
use std::net::SocketAddr;

use tokio::net::{TcpListener, lookup_host};

use super::Failure;

/// Listens on the address. With `only_here`, an address that other machines can reach is refused.
pub(super) async fn listen(address: &str, only_here: bool) -> Result<TcpListener, Failure> {
    let unknown = |error| Failure::Address(address.to_owned(), error);
    let mut found = lookup_host(address).await.map_err(unknown)?;
    let address = found.next().ok_or_else(|| unknown(io::ErrorKind::NotFound.into()))?;
    refuse_exposed(address, only_here)?;
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => Failure::Taken(address),
        _ => Failure::Listen(address, error),
    })
}

fn refuse_exposed(address: SocketAddr, only_here: bool) -> Result<(), Failure> {
    if only_here && !address.ip().to_canonical().is_loopback() {
        return Err(Failure::Exposed(address));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn demonstration_accounts_are_not_reached_from_other_machines() {
        for address in ["0.0.0.0:0", "[::]:0", "192.0.2.1:80", "[::ffff:192.0.2.1]:80"] {
            let refused = refuse_exposed(address.parse().unwrap(), true);
            assert!(matches!(refused, Err(Failure::Exposed(_))), "{address}");
            assert!(refuse_exposed(address.parse().unwrap(), false).is_ok());
        }
        for address in ["127.0.0.1:0", "127.9.9.9:0", "[::1]:0"] {
            assert!(refuse_exposed(address.parse().unwrap(), true).is_ok(), "{address}");
        }
        assert!(matches!(listen("0.0.0.0:0", true).await, Err(Failure::Exposed(_))));
    }

    #[tokio::test]
    async fn a_taken_port_is_named() {
        let first = listen("127.0.0.1:0", true).await.unwrap();
        let address = first.local_addr().unwrap();
        assert!(
            matches!(listen(&address.to_string(), true).await, Err(Failure::Taken(taken)) if taken == address)
        );
        assert!(matches!(listen("nonsense", true).await, Err(Failure::Address(..))));
    }
}
