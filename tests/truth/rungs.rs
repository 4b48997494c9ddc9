//! The ladder of real subnets against what was established by reading their captured facts.

use serde::Deserialize;
use subnet_ledger::model::{Ladder, Rung, RungState, SubnetRef};
use subnet_ledger::snapshot::wire;

use crate::bundled::{AUGUST, object, root, snapshot};

#[derive(Deserialize)]
struct Table {
    subnet: Vec<Expected>,
}

#[derive(Deserialize)]
struct Expected {
    netuid: u16,
    why: String,
    rungs: [String; 5],
    rung: u8,
}

fn expected() -> Vec<Expected> {
    let table: Table =
        toml::from_str(include_str!("../fixtures/expected_rungs.toml")).expect("the table is TOML");
    table.subnet
}

#[test]
fn every_subnet_that_was_read_by_hand_stands_where_its_facts_put_it() {
    let snapshot = snapshot(AUGUST);
    let expected = expected();
    assert!(expected.len() >= 20);
    for Expected { netuid, why, rungs, rung } in expected {
        let row = snapshot.row(SubnetRef::occupant(netuid).unwrap()).unwrap();
        let ladder = snapshot.subnets[row].ladder;
        let states = Rung::ALL.map(|rung| ladder.state(rung).id().to_owned());
        assert_eq!(states, rungs, "SN{netuid}: {why}");
        assert_eq!(ladder.highest().map_or(0, Rung::number), rung, "SN{netuid}: {why}");
    }
}

#[test]
fn nothing_was_searched_by_the_days_of_the_earlier_snapshots() {
    for id in ["2026-06-14-8404076", "2026-07-09-8583075"] {
        let settled = |ladder: Ladder| ladder.0[..3].iter().any(|state| *state != RungState::NotSearched);
        assert!(!snapshot(id).subnets.iter().any(|subnet| settled(subnet.ladder)), "{id}");
    }
}

/// The tag of a release is its owner's words; all else is the publisher's, in which a day is `2 Aug 2026`.
#[test]
fn sentences_write_days_as_readers_do() {
    let root = root(AUGUST);
    let mut said: Vec<String> = root.sources.into_iter().map(|source| source.name).collect();
    let index: wire::Index = object(&root.objects.index);
    for entry in &index.subnets {
        let profile: wire::Profile = object(&entry.profile);
        let own = profile.evidence.into_iter().filter(|item| item.rung != Rung::Release.id());
        said.extend(own.map(|item| item.what));
        said.extend(profile.rungs.into_iter().filter_map(|note| note.why));
    }
    assert!(said.iter().any(|text| text.ends_with(" probes up to 2 Aug 2026.")));
    assert!(said.iter().any(|text| text.contains("blocks 8,791,247 and 8,791,253")));
    let is_day = |text: &[u8]| {
        text.iter().zip(b"0000-00-00").all(|(is, as_in)| match as_in {
            b'-' => *is == b'-',
            _ => is.is_ascii_digit(),
        })
    };
    let wrong: Vec<&String> = said.iter().filter(|text| text.as_bytes().windows(10).any(is_day)).collect();
    assert_eq!(wrong, [""; 0]);
}
