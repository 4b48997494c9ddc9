//! Where a reader can go by plain words.

use super::Route;
use crate::compute::search::folded;

/// A page of the site, or a question that one of its views answers: its name, what it is, other words
/// for it, and its address, with the part of the page that answers. Addresses, because they take the program
/// fewer bytes than views.
type Place = (&'static str, &'static str, &'static str, &'static str);

const PLACES: [Place; 21] = [
    ("Overview", PAGE, "start home summary", "/"),
    ("Subnets", PAGE, "table list all sort filter", "/subnets"),
    ("Compare", PAGE, "comparison chart history against price", "/compare"),
    ("Plane", PAGE, "earned against shipped ladder cut", "/plane?cx=10&cy=3"),
    ("Network", PAGE, "concentration gini nakamoto hhi lorenz events", "/network"),
    ("Claims", PAGE, "said interview statement promise", "/claims"),
    ("Methods", PAGE, "metric definition formula", "/methods"),
    ("Data", PAGE, "files snapshot hash verify download csv json coverage", "/data"),
    ("About", PAGE, "error report", "/about"),
    ("Who earns most", FINDING, "earn top largest biggest paid emission ranking", "/subnets"),
    ("Quiet builders", FINDING, "ship little frontier pareto modest notice least", "/plane?cx=10&cy=3#quiet"),
    (
        "A product, and paid nothing",
        FINDING,
        "quiet ship zero unpaid received product reachable",
        "/plane?cx=10&cy=3#unpaid",
    ),
    (
        "Earning, nothing verified at rung 3 or above",
        FINDING,
        "earn found unproven without product shipped none",
        "/subnets?f=emission_tao_day.ge.10~rung.lt.3~searched.yes",
    ),
    ("Products that answered", FINDING, "product probe reachable rung shipped", "/subnets?f=rung.ge.3"),
    (
        "Only a claim at rung 3 or above",
        FINDING,
        "claimed product without evidence unproven",
        "/subnets?f=best.3.claimed",
    ),
    ("Full slots", FINDING, "slot miner validator taken filled every", "/subnets?f=slots_filled.ge.1"),
    (
        "Paid none of the TAO emission",
        FINDING,
        "nothing zero received disabled",
        "/subnets?f=emission_tao_day.le.0",
    ),
    ("Burning miner pay", FINDING, "burn burned", "/subnets?f=miner_burn.gt.0"),
    ("Rules of emission over time", FINDING, "halving history change event taoflow", "/network#rules"),
    ("Changes of owner", FINDING, "sold sale ownership event", "/network?kind=owner_changed#events"),
    ("Named “deprecated”", FINDING, "deprecated dead abandoned", "/subnets?q=deprecated"),
];

const PAGE: &str = "page";
const FINDING: &str = "finding";

/// Words that every question has.
const EMPTY: [&str; 15] =
    ["a", "an", "and", "are", "do", "does", "how", "in", "is", "many", "of", "the", "what", "which", "who"];

/// Name, kind and route of the places that the words mean, with the part of the page that answers: every word
/// begins a word of theirs, or goes on where one ends. No words mean every page.
pub fn places(typed: &str) -> Vec<(&'static str, &'static str, Route, Option<&'static str>)> {
    let typed = folded(typed);
    let asked: Vec<&str> = typed.split_whitespace().filter(|word| !EMPTY.contains(word)).collect();
    let blank = typed.trim().is_empty();
    let means = |(name, kind, words, _): &Place| {
        let name = folded(name);
        let known = |word: &str| {
            let mut own = name.split_whitespace().chain(words.split_whitespace());
            own.any(|own| own.starts_with(word) || (own.len() > 3 && word.starts_with(own)))
        };
        if blank { *kind == PAGE } else { !asked.is_empty() && asked.iter().all(|word| known(word)) }
    };
    let found = PLACES.into_iter().filter(means);
    let place = |(name, kind, _, address): Place| {
        let ((path, query), part) = parted(address);
        (name, kind, Route::parse(path, query).0, part)
    };
    found.map(place).collect()
}

/// Path, query and part of an address.
fn parted(address: &'static str) -> ((&'static str, &'static str), Option<&'static str>) {
    let (page, part) = address.split_once('#').map_or((address, None), |(page, part)| (page, Some(part)));
    (page.split_once('?').unwrap_or((page, "")), part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::card::Tally;
    use crate::view::{Plane, href};

    #[test]
    fn plain_words_lead_to_what_they_mean() {
        for (typed, first) in [
            ("quiet", "Quiet builders"),
            ("full slots", "Full slots"),
            ("full miner slots", "Full slots"),
            ("who earns most", "Who earns most"),
            ("how many full slots", "Full slots"),
            ("nothing found", "Earning, nothing verified at rung 3 or above"),
            ("top earners", "Who earns most"),
            ("halving", "Rules of emission over time"),
            ("gini", "Network"),
            ("interview", "Claims"),
            ("net", "Network"),
            ("deprecated", "Named “deprecated”"),
        ] {
            let found = places(typed);
            assert_eq!(found.first().map(|place| place.0), Some(first), "{typed}");
        }
        assert_eq!(places("who is the"), []);
        assert_eq!(places("targon"), []);
        assert!(places(" ").iter().all(|place| place.1 == PAGE));
    }

    #[test]
    fn every_place_is_an_address_of_this_site() {
        for (name, _, _, address) in PLACES {
            let ((path, query), part) = parted(address);
            let (read, ignored) = Route::parse(path, query);
            assert_eq!(ignored, [], "{name}");
            let part = part.map(|part| format!("#{part}")).unwrap_or_default();
            assert_eq!(href("", &read) + &part, address, "{name}");
        }
        // The same as the lists that lead there.
        let leads = |typed: &str, route: Route| assert_eq!(places(typed)[0].2, route, "{typed}");
        leads("unproven", Route::Subnets(Tally::unproven().into()));
        leads("products answered", Route::Subnets(Tally::Product.into()));
        leads("full slots", Route::Subnets(Tally::Full.into()));
        assert_eq!(places("quiet")[0].3, Some("quiet"), "the list, not the plane above it");
        leads("plane", Route::Plane(Plane::overview()));
    }
}
