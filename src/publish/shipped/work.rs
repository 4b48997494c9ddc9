//! Models, datasets and papers that a registry lists as a subnet's own.
//!
//! The captures say that such a page is there, and mostly not since when. A work whose day is not known
//! is a claim: its page may be older than a release may be, or older than the registration.

use super::own::{Own, alike};
use super::{Searches, item, probes_id};
use crate::format;
use crate::model::{Day, Rung};
use crate::publish::capture::surfaces::Surface;
use crate::publish::sources;
use crate::snapshot::wire::Evidence;

/// Kinds of surfaces among which works are listed.
const KINDS: [&str; 2] = ["data-artifact", "docs"];

/// One model, dataset or paper.
#[derive(Debug, PartialEq)]
pub struct Work {
    /// When it was published, where that is known.
    pub day: Option<Day>,
    /// What is to be said of it.
    pub evidence: Evidence,
}

/// What a link leads to.
#[derive(Debug, PartialEq, Eq)]
struct Published {
    /// `Model`, `Dataset` or `Paper`.
    what: &'static str,
    /// Its name there.
    name: String,
    /// The account it lies with, where the place has accounts.
    account: Option<String>,
    /// The first day of the month in its number, where it has one.
    month: Option<Day>,
}

/// The works that count: its own, and not from before the registration.
pub fn works(own: &Own<'_>, searches: &Searches<'_>) -> Vec<Work> {
    let listed = own.surfaces_of(&KINDS).filter_map(|surface| Some((surface, published(surface)?)));
    let is_own = |work: &Published| work.account.as_ref().is_none_or(|account| is_of(own, account));
    let counts =
        |work: &Published| work.month.is_none_or(|month| (own.registered_on..=searches.day).contains(&month));
    listed
        .filter(|(_, work)| is_own(work) && counts(work))
        .map(|(surface, work)| Work { day: work.month, evidence: evidence(surface, &work, searches) })
        .collect()
}

fn evidence(surface: &Surface, work: &Published, searches: &Searches<'_>) -> Evidence {
    let probe = searches.probes.of.get(&surface.id).filter(|probe| probe.ever_answered());
    let answered = probe.and_then(|probe| probe.last_ok);
    let listed = format!("{} {}, listed as official", work.what, work.name);
    let (what, grade, source) = match (work.month, answered) {
        (Some(_), _) => (format!("{listed}; its number names the month."), "public_record", None),
        (None, Some(day)) => (
            format!("{listed}; its page answered a probe on {}.", format::day(day)),
            "probe",
            Some(probes_id(searches.probes.day)),
        ),
        (None, None) => (format!("{listed}."), "third_party_says", None),
    };
    let source = source.unwrap_or_else(|| sources::SURFACES.to_owned());
    item(Rung::Release, what, Some(&surface.url), work.month, grade, &source)
}

/// Whether an account elsewhere is the subnet's own: it bears the subnet's name or that of the account
/// its repositories lie with, or has a telling word in common with them. The registry also lists works
/// of others that a subnet builds on.
fn is_of(own: &Own<'_>, account: &str) -> bool {
    let names = own.repositories().map(|named| named.account()).chain([own.name]);
    names.into_iter().any(|name| alike(name, account) || share_a_word(name, account))
}

fn share_a_word(a: &str, b: &str) -> bool {
    /// Shorter words are part of too many others.
    const TELLING: usize = 4;
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase);
        words.filter(|word| word.len() >= TELLING && word != "labs").collect()
    };
    words(a).iter().any(|word| words(b).contains(word))
}

fn published(surface: &Surface) -> Option<Published> {
    let url = url::Url::parse(&surface.url).ok()?;
    let parts: Vec<&str> = url.path_segments()?.filter(|part| !part.is_empty()).collect();
    let host = url.host_str()?;
    let of = |what, account: &str, name: &str| Published {
        what,
        name: format!("{account}/{name} on Hugging Face"),
        account: Some(account.to_owned()),
        month: None,
    };
    match (host, parts.as_slice()) {
        ("huggingface.co", ["datasets", account, name]) => Some(of("Dataset", account, name)),
        ("huggingface.co", ["datasets" | "spaces" | "collections" | "papers" | "docs", ..]) => None,
        ("huggingface.co", [account, name]) => Some(of("Model", account, name)),
        ("arxiv.org", ["abs" | "pdf", number]) => Some(Published {
            what: "Paper",
            name: format!("arXiv {number}"),
            account: None,
            month: Some(month(number)?),
        }),
        (host, [.., last]) if last.split(['-', '_', '.']).any(|word| word == "paper") => {
            Some(Published { what: "Paper", name: format!("at {host}"), account: None, month: None })
        }
        _ => None,
    }
}

/// `2510.11677` is of October 2025.
fn month(number: &str) -> Option<Day> {
    let (month, _) = number.split_once('.').filter(|(month, _)| month.len() == 4)?;
    format!("20{}-{}-01", month.get(..2)?, month.get(2..)?).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RungState;
    use crate::publish::capture::probes::{Probe, Probes};
    use crate::publish::capture::repositories::Repositories;
    use crate::publish::shipped::code::Counting;
    use crate::publish::shipped::release::release;

    fn surface(kind: &str, url: &str) -> Surface {
        let official = "official".to_owned();
        Surface {
            id: "s".to_owned(),
            kind: kind.to_owned(),
            authority: official,
            url: url.to_owned(),
            revenue: None,
        }
    }

    fn own<'a>(name: &'a str, registered: &str, surfaces: &'a [Surface]) -> Own<'a> {
        Own {
            chain: "chain".to_owned(),
            registered_on: registered.parse().unwrap(),
            on_chain: crate::publish::repository_name::Named::read("https://github.com/SILX-LABS/Quasar"),
            official: Vec::new(),
            surfaces: surfaces.iter().collect(),
            name,
            notes: Vec::new(),
        }
    }

    fn state(name: &str, registered: &str, url: &str) -> RungState {
        let day: Day = "2026-08-07".parse().unwrap();
        let probe = Probe { last_ok: Some(day.plus(-5)), uptime: 0.98, samples: 9, days: 23 };
        let repositories = Repositories { day, of: Default::default() };
        let probes = Probes { day, of: [("s".to_owned(), probe)].into() };
        let searches = Searches { day, repositories: &repositories, probes: &probes, on: day };
        let surfaces = [surface("data-artifact", url)];
        let own = own(name, registered, &surfaces);
        let counting = Counting { repositories: Vec::new(), captured_on: day };
        release(&own, &counting, &searches).state
    }

    #[test]
    fn a_work_of_its_own_is_claimed_and_one_it_builds_on_is_nothing() {
        let of_2024 = |name, url| state(name, "2024-01-01", url);
        let dataset = "https://huggingface.co/datasets/ReadyAi/5000-podcasts";
        assert_eq!(of_2024("ReadyAI", dataset), RungState::Claimed, "probed, and of no known day");
        assert_eq!(of_2024("Quasar", "https://huggingface.co/silx-ai/Quasar-3B"), RungState::Claimed);
        assert_eq!(of_2024("Quasar", "https://huggingface.co/Qwen/Qwen3.5-4B"), RungState::NotSearched);
        assert_eq!(of_2024("Quasar", "https://huggingface.co/silx-ai"), RungState::NotSearched, "an account");
        assert_eq!(of_2024("MVTRX", "https://simulate.trading/taos-im-paper"), RungState::Claimed);
    }

    #[test]
    fn a_dated_paper_satisfies_lapses_or_is_from_before_the_registration() {
        let paper = "https://arxiv.org/abs/2510.11677";
        assert_eq!(state("x", "2025-01-01", paper), RungState::Satisfied);
        assert_eq!(state("x", "2026-01-01", paper), RungState::NotSearched);
        assert_eq!(state("x", "2023-01-01", "https://arxiv.org/abs/2401.00001"), RungState::Lapsed);
    }
}
