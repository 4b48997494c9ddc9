//! Old links in today's grammar. A migration stays for ever, together with a fixture of the links
//! it was made for (`tests/fixtures/links.txt`).

use super::{Ignored, Query};

/// The grammar this program prints.
pub(super) const VERSION: u32 = 1;

/// Brings a query to today's grammar and takes `v` out of it. A link without `v` is from the
/// address bar, which always speaks today's grammar.
pub(super) fn to_current(query: &mut Query) {
    let Some(text) = query.remove("v") else { return };
    match text.parse::<u32>() {
        Ok(VERSION) => {}
        Ok(later) if later > VERSION => {
            let reason = "this link was made by a newer version of this page; reload to get it";
            query.ignore(Ignored::new("v", &text, reason));
        }
        _ => query.ignore(Ignored::new("v", &text, "there is no such version of links")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_taken_out_and_a_later_one_is_said() {
        for (raw, ignored) in [("m=stars", 0), ("v=1&m=stars", 0), ("v=2&m=stars", 1), ("m=stars&v=x", 1)] {
            let query = Query::parse(raw);
            assert_eq!((query.pairs().len(), query.ignored().len()), (1, ignored), "{raw}");
        }
    }
}
