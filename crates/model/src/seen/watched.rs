//! Which orders somebody has looked at on this device.

use crate::ids::OrderId;

/// A device keeps what was seen of so many orders; the one that was looked at the longest ago goes first.
pub const ORDERS_AT_MOST: usize = 200;

/// The orders that were looked at, the latest last, each with its `modifiedon` at that look.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Watched(Vec<(OrderId, String)>);

impl Watched {
    /// Reads what [`Watched::write`] has written; what it cannot read it leaves out.
    pub fn read(text: &str) -> Self {
        let look = |line: &str| {
            let (order, modified) = line.split_once(' ')?;
            Some((order.parse().ok()?, modified.to_owned()))
        };
        Self(text.lines().filter_map(look).collect())
    }

    /// A line for each order.
    pub fn write(&self) -> String {
        let lines: Vec<_> =
            self.0.iter().map(|(order, modified)| [&order.to_string(), " ", modified].concat()).collect();
        lines.join("\n")
    }

    /// The orders, the latest last.
    pub fn orders(self) -> Vec<(OrderId, String)> {
        self.0
    }

    /// Keeps a look at an order; names the orders that had to go for it.
    pub fn look(&mut self, order: OrderId, modified: &str) -> Vec<OrderId> {
        self.0.retain(|(known, _)| *known != order);
        self.0.push((order, modified.to_owned()));
        let too_many = self.0.len().saturating_sub(ORDERS_AT_MOST);
        self.0.drain(..too_many).map(|(order, _)| order).collect()
    }

    /// Lets go of the order that was looked at the longest ago, unless it is the only one.
    pub fn forget_oldest(&mut self) -> Option<OrderId> {
        (self.0.len() > 1).then(|| self.0.remove(0).0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn id(number: usize) -> OrderId {
        OrderId(Uuid::from_u128(number as u128))
    }

    #[test]
    fn who_looks_again_moves_to_the_end() {
        let mut watched = Watched::default();
        for (order, modified) in [(1, "a"), (2, "b"), (1, "c")] {
            assert_eq!(watched.look(id(order), modified), []);
        }
        assert_eq!(watched.clone().orders(), [(id(2), "b".into()), (id(1), "c".into())]);
        assert_eq!(Watched::read(&watched.write()), watched);
        assert_eq!(Watched::read("nonsense"), Watched::default());
        assert_eq!(watched.forget_oldest(), Some(id(2)));
        assert_eq!(watched.forget_oldest(), None, "the order that is being looked at stays");
    }

    #[test]
    fn the_oldest_go_first_when_there_are_too_many() {
        let mut watched = Watched::default();
        let gone: Vec<_> = (0..ORDERS_AT_MOST + 2).flat_map(|number| watched.look(id(number), "")).collect();
        assert_eq!(gone, [id(0), id(1)]);
        assert_eq!(watched.orders().len(), ORDERS_AT_MOST);
    }
}
