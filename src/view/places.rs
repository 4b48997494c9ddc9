//! Where a reader can go by plain words.

use super::{Compare, Data, Filter, Network, Page, Plane, Route, Table};
use crate::compute::select::Comparison;
use crate::finding::card::Tally;
use crate::registry;

/// A page of the site, or a question that one of its views answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// What it is called.
    pub name: &'static str,
    /// `page` or `finding`.
    pub kind: &'static str,
    /// Other words for it.
    words: &'static str,
    /// Where it is.
    pub route: Route,
}

/// Words that every question has.
const EMPTY: [&str; 15] =
    ["a", "an", "and", "are", "do", "does", "how", "in", "is", "many", "of", "the", "what", "which", "who"];

/// The places that the words mean: every word begins a word of theirs, or goes on where one ends. No
/// words mean every page.
pub fn places(typed: &str) -> Vec<Place> {
    let typed = typed.to_lowercase();
    let asked: Vec<&str> = typed.split_whitespace().filter(|word| !EMPTY.contains(word)).collect();
    if typed.trim().is_empty() {
        return pages();
    }
    let mut all = pages();
    all.extend(findings());
    let means = |place: &Place| {
        let name = place.name.to_lowercase();
        let known = || name.split_whitespace().chain(place.words.split_whitespace());
        let meant = |word: &&str| {
            known().any(|own| own.starts_with(word) || (own.len() > 3 && word.starts_with(own)))
        };
        !asked.is_empty() && asked.iter().all(meant)
    };
    all.retain(means);
    all
}

fn pages() -> Vec<Place> {
    let page = |name, words, route| Place { name, kind: "page", words, route };
    vec![
        page("Overview", "start home summary", Route::Overview(Page::default())),
        page("Subnets", "table list all sort filter", Route::Subnets(Table::default())),
        page("Compare", "comparison chart history against price", Route::Compare(Compare::default())),
        page("Plane", "earned against shipped ladder cut", Route::Plane(Plane::overview())),
        page("Network", "concentration gini nakamoto hhi lorenz events", Route::Network(Network::default())),
        page("Claims", "said interview statement promise", Route::Claims(Page::default())),
        page("Methods", "metric definition formula how", Route::Methods(Page::default())),
        page("Data", "files snapshot hash verify download csv json coverage", Route::Data(Data::default())),
        page("About", "what error report", Route::About),
    ]
}

fn findings() -> Vec<Place> {
    let finding = |name, words, route| Place { name, kind: "finding", words, route };
    let table = |filters| Route::Subnets(Table { filters, ..Table::default() });
    let number = |id, comparison| Filter::Number(registry::known(id), comparison, 0.0);
    let named = Table { search: "deprecated".to_owned(), ..Table::default() };
    vec![
        finding("Who earns most", "earn top largest biggest most paid emission ranking", table(vec![])),
        finding(
            "Quiet builders",
            "ship little frontier pareto modest notice least",
            Route::Plane(Plane::overview()),
        ),
        finding(
            "Earning, nothing verified at rung 3 or above",
            "earn found unproven without product shipped none",
            Route::Subnets(Tally::Unproven.into()),
        ),
        finding(
            "Products that answered",
            "product probe reachable rung shipped",
            Route::Subnets(Tally::Product.into()),
        ),
        finding("Full miner slots", "slot taken filled every", Route::Subnets(Tally::Full.into())),
        finding(
            "Paid none of the TAO emission",
            "nothing zero received disabled",
            table(vec![number("emission_tao_day", Comparison::AtMost)]),
        ),
        finding("Burning miner pay", "burn burned", table(vec![number("miner_burn", Comparison::Above)])),
        finding(
            "Rules of emission over time",
            "halving history change event taoflow",
            Route::Network(Network::default()),
        ),
        finding(
            "Changes of owner",
            "sold sale ownership event",
            Route::Network(Network { kind: Some("owner_changed".to_owned()), ..Network::default() }),
        ),
        finding("Named “deprecated”", "deprecated dead abandoned", Route::Subnets(named)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_lead_to_what_they_mean() {
        for (typed, first) in [
            ("quiet", "Quiet builders"),
            ("full slots", "Full miner slots"),
            ("who earns most", "Who earns most"),
            ("how many full slots", "Full miner slots"),
            ("nothing found", "Earning, nothing verified at rung 3 or above"),
            ("top earners", "Who earns most"),
            ("halving", "Rules of emission over time"),
            ("gini", "Network"),
            ("interview", "Claims"),
            ("net", "Network"),
            ("deprecated", "Named “deprecated”"),
        ] {
            let found = places(typed);
            assert_eq!(found.first().map(|place| place.name), Some(first), "{typed}");
        }
        assert_eq!(places("who is the"), []);
        assert_eq!(places("targon"), []);
        assert!(places(" ").iter().all(|place| place.kind == "page"));
    }

    #[test]
    fn every_place_is_a_link_that_is_read_back() {
        for place in pages().into_iter().chain(findings()) {
            let (read, ignored) = Route::parse(&place.route.path(), &place.route.query());
            assert_eq!((read, ignored), (place.route, vec![]), "{}", place.name);
        }
    }
}
