//! Networks behind whose addresses many people work, such as those of a hospital: they sign up by the dozen in a week of
//! training, and nobody else may.

use std::{net::IpAddr, sync::Arc};

/// Networks that are named in the settings. Cheap to share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SharedNetworks(Arc<[Block]>);

/// A network: an address, and how many of its first bits it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Block {
    address: IpAddr,
    bits: u32,
}

/// What is no network.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no network: write them as 203.0.113.0/24 or 2001:db8::/32, with commas between")]
pub struct NoNetwork(String);

impl SharedNetworks {
    /// Reads a setting: networks as `203.0.113.0/24` or `2001:db8::/32`, or single addresses, with commas between.
    ///
    /// # Errors
    /// Where one of them cannot be read.
    pub fn read(setting: Option<&str>) -> Result<Self, NoNetwork> {
        let all = setting.unwrap_or_default().split(',').map(str::trim).filter(|one| !one.is_empty());
        let blocks: Result<Vec<Block>, NoNetwork> =
            all.map(|one| Block::read(one).ok_or_else(|| NoNetwork(one.to_owned()))).collect();
        Ok(Self(blocks?.into()))
    }

    /// Whether an address is of one of them.
    pub fn hold(&self, from: IpAddr) -> bool {
        self.0.iter().any(|block| block.holds(from))
    }
}

impl Block {
    fn read(text: &str) -> Option<Self> {
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().ok()?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = match bits {
            Some(bits) => bits.parse().ok()?,
            None => most,
        };
        (bits <= most).then_some(Self { address, bits })
    }

    fn holds(self, from: IpAddr) -> bool {
        match (self.address, from.to_canonical()) {
            (IpAddr::V4(ours), IpAddr::V4(theirs)) => {
                let differs = ours.to_bits() ^ theirs.to_bits();
                differs.checked_shr(32 - self.bits).unwrap_or_default() == 0
            }
            (IpAddr::V6(ours), IpAddr::V6(theirs)) => {
                let differs = ours.to_bits() ^ theirs.to_bits();
                differs.checked_shr(128 - self.bits).unwrap_or_default() == 0
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(setting: &str, from: &str) -> bool {
        SharedNetworks::read(Some(setting)).expect("networks").hold(from.parse().expect("an address"))
    }

    #[test]
    fn g_a10_an_address_is_of_a_network_by_its_first_bits() {
        for (setting, from, is_held) in [
            ("203.0.113.0/24", "203.0.113.7", true),
            ("203.0.113.0/24", "203.0.114.7", false),
            ("203.0.113.0/24", "::ffff:203.0.113.7", true),
            ("203.0.113.7", "203.0.113.7", true),
            ("203.0.113.7", "203.0.113.8", false),
            ("203.0.113.6/31", "203.0.113.7", true),
            ("198.51.100.0/24, 2001:db8:1::/48", "2001:db8:1:2::3", true),
            ("2001:db8:1::/48", "2001:db8:2::3", false),
            ("0.0.0.0/0", "198.51.100.1", true),
            ("0.0.0.0/0", "2001:db8::1", false),
            ("", "203.0.113.7", false),
        ] {
            assert_eq!(holds(setting, from), is_held, "{from} of {setting}");
        }
        assert_eq!(SharedNetworks::read(None), Ok(SharedNetworks::default()));
    }

    #[test]
    fn what_is_no_network_is_refused() {
        for bad in
            ["203.0.113.0/33", "203.0.113/24", "2001:db8::/129", "hospital", "203.0.113.0/", "10.0.0.0/8 10.1.0.0/8"]
        {
            assert_eq!(SharedNetworks::read(Some(bad)), Err(NoNetwork(bad.to_owned())));
        }
    }
}
