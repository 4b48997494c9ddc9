//! The sentences on the pages, against values worked out by hand from the captured columns.

use subnet_ledger::chart::build::{plane_chart, plane_sentence};
use subnet_ledger::chart::spec::Plot;
use subnet_ledger::compute::movement::Step;
use subnet_ledger::compute::rank;
use subnet_ledger::compute::select::Comparison;
use subnet_ledger::finding::card::{Card, Check, Sought, Tally};
use subnet_ledger::finding::claim::{self, Answer};
use subnet_ledger::finding::part::{Part, plain};
use subnet_ledger::finding::{self, changes, difference, lists, movement, slots};
use subnet_ledger::format::Locale;
use subnet_ledger::model::{Rung, RungState, Value};
use subnet_ledger::registry::{self, Group};
use subnet_ledger::snapshot::{Snapshot, evidence_from_wire, snapshot_from_wire, wire};
use subnet_ledger::view::{self, Filter, Plane, Table};

use crate::bundled::{AUGUST, object, profile, root, snapshot, summary};

const JULY: &str = "2026-07-09-8583075";

fn all(snapshot: &Snapshot) -> Vec<usize> {
    (0..snapshot.subnets.len()).collect()
}

fn netuids(snapshot: &Snapshot, rows: &[usize]) -> Vec<u16> {
    rows.iter().map(|row| snapshot.subnets[*row].id.netuid()).collect()
}

/// 3,599.9996 τ in all; 449.96 + 362.26 + 301.61 + 299.66 + 283.60 is 47.14 % of it; 53 zeros, so that
/// 75 are paid.
#[test]
fn the_payment_is_told_or_that_it_is_not_known() {
    let locale = Locale::default();
    let said = |id: &str| {
        let snapshot = snapshot(id);
        plain(&snapshot, &finding::paid(&snapshot, &locale), &locale)
    };
    assert_eq!(
        said(AUGUST),
        "The network pays 3,600 τ a day to 75 of 128 subnets. Five of them take 47\u{a0}% of it; 53 received none of the TAO emission at that block."
    );
    // With the three largest alone paid there are no five of them.
    let mut few = summary(AUGUST);
    let whole = snapshot(AUGUST);
    let three = ["64.r1", "51.r1", "107.r1"].map(|id| whole.row(id.parse().expect("an id")));
    for part in ["tao_in_emission", "excess_tao"] {
        let column = few.metrics.get_mut(part).expect("it is published");
        let others = column.values.iter_mut().enumerate().filter(|(row, _)| !three.contains(&Some(*row)));
        others.for_each(|(_, amount)| *amount = amount.map(|_| 0.0));
    }
    let (few, _) = snapshot_from_wire(root(AUGUST), few).expect("the format is ours");
    assert_eq!(
        plain(&few, &finding::paid(&few, &locale), &locale),
        "The network pays 1,114 τ a day to 3 of 128 subnets. 125 received none of the TAO emission at that block."
    );
    assert_eq!(
        said(JULY),
        "Emission is not measured in this snapshot: what each subnet was paid is not known for this day."
    );
}

#[test]
fn who_is_paid_without_a_product_and_who_ships_for_nothing() {
    let snapshot = snapshot(AUGUST);
    let rows = all(&snapshot);
    let [_, unproven, _] = lists::beside_the_plane(&snapshot);
    let paid = unproven.rows;
    // Subnet 53 is among them: it was searched, and only claims were come upon.
    assert_eq!(paid.len(), 29);
    assert_eq!(netuids(&snapshot, &paid)[..5], [107, 120, 44, 53, 8]);
    // Of these, eleven have a surface on rung 3 that a registry lists and no probe has reached.
    let stands = |row: &usize| snapshot.subnets[*row].ladder.known_from(Rung::ReachableProduct);
    let count = |state| paid.iter().filter(|row| stands(row) == state).count();
    assert_eq!([RungState::NoneFound, RungState::Claimed].map(count), [18, 11]);
    let claimed = paid
        .iter()
        .filter(|row| snapshot.subnets[**row].ladder.state(Rung::ReachableProduct) == RungState::Claimed);
    let mut claimed = netuids(&snapshot, &claimed.copied().collect::<Vec<_>>());
    claimed.sort_unstable();
    assert_eq!(claimed, [5, 8, 11, 34, 40, 53, 79, 107, 110, 114, 118]);
    // Desearch on rung 3 for 0.08 τ, DSperse on rung 2 for 0.004, Allways on rung 1 for 0.0001.
    let emission = registry::known("emission_tao_day");
    let quiet = finding::quiet_builders(&snapshot, &rows, emission);
    assert_eq!(netuids(&snapshot, &quiet), [22, 2, 7]);
    // Seven receive nothing and stand on rung 3; nobody stands higher. A test said they were the quiet
    // builders: it said that of whoever is paid nothing.
    let unpaid = finding::unpaid_builders(&snapshot, &rows, emission);
    let mut known = netuids(&snapshot, &unpaid);
    known.sort_unstable();
    assert_eq!(known, [6, 23, 37, 59, 65, 113, 121]);
    assert_eq!(
        finding::unpaid(&snapshot, &unpaid, emission),
        "Received none of the TAO emission at that block, and stand at rung 3 (reachable product) or above. \
         Of these, 2 are switched off, 5 burned all miner pay. By another definition of earned every one has an \
         owner’s part, priced."
    );
    let owner = registry::known("owner_tao_day");
    assert_ne!(finding::quiet_builders(&snapshot, &rows, owner), quiet, "another measure, another list");
    let tally = |tally| Card::of_tally(&snapshot, tally, &rows, "", &Locale::default()).value;
    assert_eq!(
        [Tally::Product, Tally::unproven(), Tally::Full].map(tally),
        ["19 of 127", "29 of 127", "116 of 128"]
    );
    // Its parts are of as many.
    let part = |state| tally(Tally::Sought(Sought { state: Some(state), ..Sought::worth_a_word() }));
    assert_eq!([RungState::NoneFound, RungState::Claimed].map(part), ["18 of 127", "11 of 127"]);
}

/// 39 stand on no rung: 13 with nothing found, 25 with claims alone, and one that nobody searched.
/// Nobody searched for outside use or revenue at all.
#[test]
fn the_plane_says_what_nobody_searched_and_what_is_only_claimed() {
    let snapshot = snapshot(AUGUST);
    let spec = |cut_y| {
        let view = Plane { cut_x: Some(10.0), cut_y: Some(cut_y), ..Plane::default() };
        plane_chart(&snapshot, &view, &[])
    };
    assert_eq!(
        spec(3).headline,
        "29 subnets take at least 10\u{a0}τ/day with nothing verified at rung 3 (reachable product) or above: \
         nothing found there for 18, only a claim there for 11; rung 3 searched 2 Aug 2026, rungs 4 and 5 not searched"
    );
    assert_eq!(
        spec(5).headline,
        "35 subnets take at least 10\u{a0}τ/day with nothing verified at rung 5 (external revenue): \
         only a claim there for 2, nobody searched there for 33"
    );
    // Nobody searched SN3 and SN120 for releases.
    let at = |cut_x, cut_y| {
        let view = Plane { cut_x, cut_y, ..Plane::default() };
        plane_chart(&snapshot, &view, &[]).headline
    };
    assert_eq!(
        at(Some(100.0), Some(2)),
        "7 subnets take at least 100\u{a0}τ/day with nothing verified at rung 2 (release) or above: nothing found \
         there for 3, nothing found but rung 2 not searched for 2, only a claim there for 2; rungs 2 and 3 searched \
         2 Aug 2026, rungs 4 and 5 not searched"
    );
    assert_eq!(
        at(Some(100.0), Some(1)),
        "3 subnets take at least 100\u{a0}τ/day with nothing verified at rung 1 (public code) or above: nothing \
         found but rung 2 not searched for 1, only a claim there for 2; rungs 1 and 3 searched 2 Aug 2026, rungs 2, 4 \
         and 5 not searched"
    );
    assert_eq!(
        at(Some(100.0), None),
        "9 of the 12 subnets that take at least 100\u{a0}τ/day have something verified on a rung"
    );
    assert_eq!(at(None, None), "60 of the 75 subnets that earn have something verified on a rung");
    let Plot::Lanes(lanes) = spec(3).plot else { panic!("the plane has lanes") };
    let in_lane = |name: &str| {
        let lane = lanes.lanes.iter().position(|lane| lane.name == name).unwrap();
        lanes.dots.iter().filter(|dot| usize::from(dot.lane) == lane).count()
    };
    let counts =
        ["nothing found", "claimed only", "public code", "reachable product", "not searched"].map(in_lane);
    assert_eq!((counts[0], counts[1], counts[3], counts[4]), (13, 25, 19, 1));
    let open = |rung: u8| lanes.of_rung(rung).unwrap().unsearched.clone();
    assert_eq!(
        [open(3), open(4), open(5)],
        ["", "not searched; 2 subnets claim it", "not searched; 2 subnets claim it"]
    );
}

/// The numbers of the sentence lead to tables of exactly so many rows: 29 in all, of which 18 and 11.
#[test]
fn the_numbers_of_the_plane_lead_to_those_they_count() {
    let snapshot = snapshot(AUGUST);
    let counts = |cut_x, cut_y| -> Vec<(String, usize)> {
        let view = Plane { cut_x, cut_y, ..Plane::default() };
        let made = plane_sentence(&snapshot, &view).into_iter().filter_map(|part| match part {
            Part::Counted(text, tally) => {
                let card = Card::of_count(&snapshot, tally, &Locale::default());
                Some((text, Table::from(card.tally.expect("of all rows"))))
            }
            _ => None,
        });
        made.map(|(text, table)| (text, view::rows(&table, &snapshot).len())).collect()
    };
    let said = |counts: &[(&str, usize)]| -> Vec<(String, usize)> {
        counts.iter().map(|(text, rows)| ((*text).to_owned(), *rows)).collect()
    };
    assert_eq!(counts(Some(10.0), Some(3)), said(&[("29", 29), ("18", 18), ("11", 11)]));
    assert_eq!(counts(Some(10.0), Some(5)), said(&[("35", 35), ("2", 2), ("33", 33)]));
    // Of the 75 that are paid, 12 have a product: of the others 17 have a claim to one, or to use of it.
    assert_eq!(counts(None, Some(3)), said(&[("63", 63), ("46", 46), ("17", 17)]));
    // Of those above 100 τ, SN44, 68 and 97 were searched in vain, SN3 and 120 not for releases, and of SN8 and
    // 53 there are claims.
    assert_eq!(counts(Some(100.0), Some(2)), said(&[("7", 7), ("3", 3), ("2", 2), ("2", 2)]));
    assert_eq!(counts(Some(100.0), Some(1)), said(&[("3", 3), ("1", 1), ("2", 2)]));
    assert_eq!(counts(Some(100.0), None), said(&[("9", 9), ("12", 12)]));
    assert_eq!(counts(None, None), said(&[("60", 60), ("75", 75)]));
    // Everybody who is paid at all.
    for (text, rows) in counts(Some(0.0001), Some(1)) {
        assert_eq!(text, rows.to_string());
    }
}

/// Of the 53 zeros, 43 have emission switched off, and the other 10 burn all of their miners' pay. Of the 19
/// with a product, SN22 and SN51 name repositories of one account.
#[test]
fn why_some_received_nothing_and_how_many_teams_have_a_product() {
    let snapshot = snapshot(AUGUST);
    let rows = all(&snapshot);
    assert_eq!(
        finding::unpaid::sentence(&snapshot, &rows).unwrap(),
        "53 received nothing: 43 are switched off, 10 burned all miner pay"
    );
    let with_product: Vec<usize> =
        rows.iter().copied().filter(|row| Tally::Product.counts(&snapshot, *row) == Some(true)).collect();
    assert_eq!(finding::teams::fewer(&snapshot, &with_product).as_deref(), Some("18 teams"));
    assert!(snapshot.repeated.is_empty(), "no repository counts for two subnets");
    let july = self::snapshot(JULY);
    assert_eq!(finding::unpaid::sentence(&july, &all(&july)), None, "nobody measured");
}

#[test]
fn sales_names_starts_and_the_halving_are_events() {
    let events: wire::Events = object(&root(AUGUST).objects.events);
    let of = |id: &str| -> Vec<(String, String)> {
        let told = finding::events::of_registration(&events, id.parse().unwrap());
        told.into_iter().map(|(day, kind, _)| (day.to_string(), kind)).collect()
    };
    let pair = |day: &str, kind: &str| (day.to_owned(), kind.to_owned());
    assert_eq!(of("11.r1"), [pair("2026-02-27", "sold")]);
    assert_eq!(of("10.r1"), [pair("2026-08-07", "renamed"), pair("2026-08-07", "owner changed")]);
    // On 9 July seven subnets were already with the account of August.
    let owners = |day: &str| -> Vec<&str> {
        let told = events.events.iter().filter(|event| event.kind == "owner_changed" && event.day == day);
        told.filter_map(|event| event.subnet.as_deref()).collect()
    };
    let july = ["53.r1", "66.r1", "80.r1", "87.r1", "98.r1", "106.r1", "117.r1"];
    assert_eq!((owners("2026-07-09"), owners("2026-08-07").len()), (july.to_vec(), 9));
    // 88.r1 was registered at block 5,299,805, and is paid from block 5,350,541 on.
    assert_eq!(of("88.r1"), [pair("2025-04-07", "registered"), pair("2025-04-14", "started")]);
    let count = |kind: &str| events.events.iter().filter(|event| event.kind == kind).count();
    assert_eq!((count("renamed"), count("sold")), (23, 1));
    // 16 slots were registered anew since subnets have tokens, and 70 for the first time that is known.
    assert_eq!(count("registered"), 86);
    let halving = events.events.iter().find(|event| event.kind == "halving").unwrap();
    assert_eq!(halving.day, "2025-12-14");
}

/// 36,189.2 τ on 258 rebuilt days and 6.82 τ on 7 August.
#[test]
fn what_was_received_is_the_sum_of_its_published_parts() {
    let snapshot = snapshot(AUGUST);
    let metric = registry::known("earned_tao_cum");
    for row in all(&snapshot) {
        let card = Card::of_row(&snapshot, metric, row, &Locale::default());
        assert_eq!(card.missing, card.worked.is_none(), "{}", card.name);
        assert!(card.worked.is_none_or(|worked| worked.check == Check::Same), "{}", card.name);
    }
    // Whoever was paid on the one captured day received something, however little: SN7 0.0001 τ.
    let number = |id: &str, row| snapshot.value(registry::known(id), row).number();
    let paid = |row: &usize| number("emission_tao_day", *row).is_some_and(|tao| tao > 0.0);
    let received = |row: &usize| number("received_captured_tao", *row).is_some_and(|tao| tao > 0.0);
    assert!(all(&snapshot).iter().all(|row| paid(row) == received(row)));
    let row = snapshot.row("1".parse().unwrap()).unwrap();
    let card = Card::of_row(&snapshot, metric, row, &Locale::default());
    assert_eq!(card.worked.unwrap().numbers, "36,189 + 6.82");
    let why = card.why.unwrap();
    assert!(why.starts_with("258 rebuilt days and 1 captured day. Checked: Alpha"), "{why}");
    assert!(why.contains("median error 3.5 %") && why.ends_with("86 subnets."), "nothing is cut off: {why}");
}

#[test]
fn the_lead_of_chutes_and_the_full_slots() {
    let snapshot = snapshot(AUGUST);
    let Some(Answer::Lead { first, second, gap, .. }) =
        claim::read(&snapshot, None, "network:second_gap_market_cap")
    else {
        panic!("market caps are measured");
    };
    assert_eq!(netuids(&snapshot, &[first, second]), [64, 51]);
    assert!((gap - 119_772.453_652_486).abs() < 1e-6, "{gap}");
    let bands = slots::by_band(&snapshot, &all(&snapshot));
    assert_eq!(bands.map(|band| (band.rows.len(), band.full)), [(43, 43), (43, 43), (42, 30)]);
    let ranks = rank::earned(&snapshot);
    assert_eq!(finding::place(ranks[first]), "rank 1 of 128 under all three definitions of earned");
}

#[test]
fn concentration_of_the_emission() {
    let snapshot = snapshot(AUGUST);
    let emission = registry::known("emission_tao_day");
    let spread = finding::spread(&snapshot, emission, &all(&snapshot)).unwrap();
    assert_eq!(spread.nakamoto(), 6);
    assert!((spread.hhi() - 0.060_624_816_8).abs() < 1e-9);
    assert!((spread.gini() - 0.861_845_901_8).abs() < 1e-9);
}

/// Of July's 128 slots, three were registered anew by August.
#[test]
fn what_changed_between_july_and_august() {
    let (before, after) = (snapshot(JULY), snapshot(AUGUST));
    let changed = changes::between(&before, &after);
    let anew: Vec<u16> = changed
        .iter()
        .filter(|change| matches!(change, changes::Change::Reregistered(..)))
        .map(|change| change.subnet().id.netuid())
        .collect();
    assert_eq!(anew, [86, 90, 103]);
    // Four more have a name in August and none in July: the July capture has no names of the chain’s, those of
    // June stand in their place, and these four were registered since. Nor was SN87 ever called “unknown”, or
    // SN117 “Unknown”. Nobody was called nothing.
    let renamed: Vec<u16> = changed
        .iter()
        .filter(|change| matches!(change, changes::Change::Renamed(..)))
        .map(|change| change.subnet().id.netuid())
        .collect();
    assert_eq!(renamed.len(), 23);
    assert!([16, 40, 58, 87, 99, 117].iter().all(|netuid| !renamed.contains(netuid)), "{renamed:?}");
    let told = "3 slots registered anew, 23 renamed since 14 Jun 2026 (no names were read on 9 Jul 2026)";
    assert_eq!(changes::sentence(&before, &changed), told);
    let metric = registry::known("market_cap_tao");
    let row = after.row("86".parse().unwrap()).unwrap();
    assert_eq!(
        difference::earlier(&before, &after, metric, row).number(),
        None,
        "the holder before is another subnet"
    );
}

/// 7,200 α × 365 × 41 % × (1 − 0.14327) ÷ 3,319,182 α; SN68 took in 3,131.5 τ, and nothing is listed of SN64.
#[test]
fn the_yield_and_the_flow_of_stakes() {
    let snapshot = snapshot(AUGUST);
    let value = |metric: &str, id: &str| {
        let row = snapshot.row(id.parse().unwrap()).unwrap();
        snapshot.reading(registry::known(metric), row)
    };
    let apy = value("staker_apy_est", "64").value.number().unwrap();
    assert!((apy - 0.27811).abs() < 5e-5, "{apy}");
    assert!((value("net_flow_7d_tao", "68").value.number().unwrap() - 3_131.506_927_707).abs() < 1e-9);
    let unlisted = value("net_flow_7d_tao", "64");
    assert_eq!(unlisted.value, Value::NOT_MEASURED);
    assert!(unlisted.why.unwrap_or_default().contains("largest net inflow"));
}

/// Chutes has no dated release: code of 23 July, and a product that answered on 2 August. BitMind's first dated
/// release is of 4 December 2025, and the next ones keep its window open.
#[test]
fn rungs_move_by_the_days_of_their_evidence() {
    let snapshot = snapshot(AUGUST);
    let moved = |id: &str| {
        let profile = profile(id);
        let (evidence, _) = evidence_from_wire(profile.evidence.clone(), &snapshot.sources);
        movement::of(&profile, &evidence, snapshot.as_of.day.unwrap()).expect("dated evidence")
    };
    let steps = |id: &str| -> Vec<String> {
        let told = moved(id);
        let rung = |step: &Step| step.rung.map_or(0, Rung::number);
        told.steps.iter().map(|step| format!("{}..{} {}", step.from, step.to, rung(step))).collect()
    };
    assert_eq!(
        steps("64.r1"),
        ["2024-12-21..2026-07-22 0", "2026-07-23..2026-08-01 1", "2026-08-02..2026-08-07 3"]
    );
    // Its capture ends with the ten newest releases: of the days before them nobody knows.
    let bitmind = moved("34.r1");
    assert_eq!(bitmind.headline, "By dated evidence on rung 2, release, since 4 Dec 2025 or before");
    assert_eq!(bitmind.rung(bitmind.steps[0]), "not known: releases not kept");
    let [before, now] = &steps("34.r1")[..] else { panic!("two steps") };
    assert!(before.ends_with("..2025-12-03 0"), "{before}");
    assert_eq!(now, "2025-12-04..2026-08-07 2");
}

/// Four of the claims about Chutes, and the one about Targon's customer, are of use: evidence of rung 4, graded as
/// said, while the payout of BitMind is none.
#[test]
fn what_is_claimed_of_use_is_evidence_of_rung_four() {
    let said = |id: &str| -> Vec<(String, Option<String>)> {
        let evidence = profile(id).evidence.into_iter().filter(|item| item.rung == Rung::OutsideUse.id());
        evidence.map(|item| (item.grade, item.day)).collect()
    };
    let claim = || ("third_party_says".to_owned(), Some("2026-02-27".to_owned()));
    assert_eq!(said("64.r1"), vec![claim(); 4]);
    assert_eq!(said("4.r1"), [claim()]);
    assert_eq!(said("34.r1"), []);
}

/// The captures describe the holders before these five, and nobody else is left without a description.
#[test]
fn whoever_is_not_described_took_the_slot_from_another() {
    let index: wire::Index = object(&root(AUGUST).objects.index);
    let profiles = index.subnets.iter().map(|entry| object::<wire::Profile>(&entry.profile));
    let unknown: Vec<wire::Profile> = profiles.filter(|profile| profile.about.is_none()).collect();
    let ids: Vec<&str> = unknown.iter().map(|profile| profile.id.as_str()).collect();
    assert_eq!(ids, ["57.r2", "84.r2", "86.r2", "103.r2", "116.r2"]);
    for (profile, before) in unknown.iter().zip(["Sparket.AI", "ChipForge (Tatsu)", "⚒", "Djinn", "TaoLend"])
    {
        let said = finding::described(Some(profile));
        assert!(said.contains(&format!("about another holder, {before}.")), "{said}");
    }
}

/// Every public figure of the founding interview, with the reading beside it and the trap in it.
#[test]
fn every_claim_is_there_with_its_reading_and_its_trap() {
    let claims: wire::Claims = object(&root(AUGUST).objects.claims);
    let found: Vec<_> = claims
        .claims
        .iter()
        .map(|claim| (claim.id.as_str(), claim.reading.as_deref().unwrap_or("none"), claim.trap.as_deref()))
        .collect();
    let expected = [
        ("chutes-market-cap-2026-02", "metric:market_cap_tao", "unit"),
        ("chutes-lead-over-second-2026-02", "network:second_gap_market_cap", "unit"),
        ("chutes-emission-share-2026-02", "metric:emission_share", "undefined"),
        ("chutes-tokens-since-launch-2026-02", "none", "cumulative"),
        ("chutes-users-2026-02", "none", "undefined"),
        ("chutes-openrouter-rank-2026-02", "none", "undefined"),
        ("targon-dippy-users-2026-02", "none", "undefined"),
        ("dippy-sold-subnet-11-2026-02", "none", "undefined"),
        ("bitmind-top-payout-2026-02", "metric:miner_tao_day", "peak"),
        ("network-contributor-pay-2026-02", "network:emission_usd_year", "gross"),
        ("network-subnet-count-2026-02", "network:subnet_count", "none"),
        ("pax-historia-daily-users-2026-02", "none", "undefined"),
        ("pax-historia-tokens-week-2026-02", "none", "gross"),
        ("network-full-slots-2026-02", "network:slots_full_by_band", "undefined"),
        ("open-source-value-2024-03", "none", "undefined"),
        ("open-source-cost-2024-03", "none", "undefined"),
    ];
    let expected =
        expected.map(|(id, reading, trap)| (id, reading, Some(trap).filter(|trap| *trap != "none")));
    assert_eq!(found, expected);
    let snapshot = snapshot(AUGUST);
    for claim in &claims.claims {
        let read = claim::reading(&snapshot, claim, &Locale::default());
        assert_eq!(
            read.is_some(),
            claim.reading.as_deref().is_some_and(|reading| reading != "none"),
            "{}",
            claim.id
        );
        assert!(!claim.said_by.is_empty() && claim.said_on == "2026-02-27", "{}", claim.id);
    }
}

/// A card of every measure of what is earned opens for every subnet: it has the number or says why there is
/// none, what it is and cannot see, and where it was taken from.
#[test]
fn every_measure_of_what_is_earned_has_its_card() {
    let snapshot = snapshot(AUGUST);
    let earned: Vec<_> = registry::all().filter(|metric| metric.group == Group::Earned).collect();
    assert!(earned.len() >= 12, "{}", earned.len());
    for metric in earned {
        let mut measured = 0;
        for row in all(&snapshot) {
            let card = Card::of_row(&snapshot, metric, row, &Locale::default());
            let value = snapshot.value(metric, row).number();
            assert_eq!(card.missing, value.is_none(), "{}", metric.id);
            assert!(!card.limits.is_empty() && !card.definition.is_empty() && !card.as_of.is_empty());
            let worked = card.worked.filter(|_| metric.formula.is_some());
            if value.is_some() {
                measured += 1;
                assert_eq!(worked.is_some(), metric.formula.is_some(), "{}", metric.id);
                assert!(worked.is_none_or(|worked| worked.check != Check::Differs), "{}", metric.id);
                assert!(!card.grades.is_empty() && !card.sources.is_empty(), "{}", metric.id);
            }
        }
        assert!(measured > 0, "{} is measured nowhere", metric.id);
    }
}

/// The 19 with a product together: 449.955 + 362.262 + 287.082 + … = 1,284.552 τ, of which the first has
/// 35.03 %, the first five 97.21 %, and two more than half.
#[test]
fn concentration_is_that_of_the_filter() {
    let snapshot = snapshot(AUGUST);
    let emission = registry::known("emission_tao_day");
    let filter = Filter::Rung(Comparison::AtLeast, 3);
    let table = Table { filters: vec![filter], ..Table::default() };
    let rows = view::rows(&table, &snapshot);
    assert_eq!(rows.len(), 19);
    let spread = finding::spread(&snapshot, emission, &rows).unwrap();
    assert!((spread.total - 1_284.552_014_4).abs() < 1e-6, "{}", spread.total);
    assert!((spread.hhi() - 0.260_332_132_4).abs() < 1e-9, "{}", spread.hhi());
    assert!((spread.top_share(1) - 0.350_281_908_5).abs() < 1e-9);
    assert!((spread.top_share(5) - 0.972_101_356_7).abs() < 1e-9);
    assert_eq!(spread.nakamoto(), 2);
}

/// Chutes, lium.io, Hippius, Green Compute and Beam are the five best paid of the twelve of their category.
#[test]
fn peers_are_of_one_category_and_nearest_in_pay() {
    let snapshot = snapshot(AUGUST);
    let peers = |netuid: &str, most| {
        let row = snapshot.row(netuid.parse().unwrap()).unwrap();
        netuids(&snapshot, &finding::peers(&snapshot, row, most))
    };
    assert_eq!(peers("64", 4), [51, 75, 110, 105]);
    assert_eq!(peers("75", 2), [110, 51], "ten places below is nearer than twelve above");
    assert_eq!(peers("3", 3), [9, 120, 38], "two places off, then six above and six below");
    assert_eq!(peers("64", 99).len(), 11, "all but itself");
}

/// Targon is fifth by emission, and fourth by all its alpha and by the alpha of its owner.
#[test]
fn the_rank_of_a_profile_is_an_interval() {
    let snapshot = snapshot(AUGUST);
    let row = snapshot.row("4".parse().unwrap()).unwrap();
    let place = finding::place(rank::earned(&snapshot)[row]);
    assert_eq!(place, "rank 4–5 of 128, by the definition of earned");
    let by = rank::by_definition(&snapshot).map(|ranks| ranks[row].unwrap().low);
    assert_eq!(by, [5, 4, 4]);
}

/// Four changes of the rule of emission, and the day on which subnets began to have tokens.
#[test]
fn changes_of_the_rule_and_the_launch_are_events() {
    let events: wire::Events = object(&root(AUGUST).objects.events);
    let days = |kind: &str| -> Vec<&str> {
        events.events.iter().filter(|event| event.kind == kind).map(|event| event.day.as_str()).collect()
    };
    assert_eq!(days("launch"), ["2025-02-13"]);
    assert_eq!(days("rule"), ["2025-11-01", "2026-06-22", "2026-06-30", "2026-07-27"]);
}
