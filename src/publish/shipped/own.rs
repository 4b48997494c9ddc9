//! Which repositories and surfaces are a subnet's own.

use super::code::Counting;
use crate::model::Day;
use crate::publish::capture::repositories::{Repositories, Repository};
use crate::publish::capture::surfaces::{Listing, Surface};
use crate::publish::held::Held;
use crate::publish::links::{label, public_link};
use crate::publish::repository_name::Named;
use crate::publish::sources;
use crate::snapshot::wire::Link;

/// Hosts that show every subnet: a page there says nothing of the team.
const EXPLORERS: [&str; 6] =
    ["taostats.io", "taomarketcap.com", "tao.app", "backprop.finance", "subnetalpha.ai", "taorevenue.com"];
/// Most links to surfaces in a profile.
const MAX_LINKS: usize = 12;

/// What is a subnet's own, and since when.
#[derive(Debug)]
pub struct Own<'a> {
    /// Id of the source of what is on chain.
    pub chain: String,
    /// Day of the registration.
    pub registered_on: Day,
    /// The repository or account that the owner names on chain.
    pub on_chain: Option<Named>,
    /// Official repositories of the registry that are not named on chain.
    pub official: Vec<Named>,
    /// Official surfaces other than repositories.
    pub surfaces: Vec<&'a Surface>,
    /// Its name on chain; hostile text.
    pub name: &'a str,
    /// Remarks for the profile.
    pub notes: Vec<String>,
}

impl<'a> Own<'a> {
    /// Decides what the listing of a slot says of its present holder.
    ///
    /// A slot can be renamed or sold without a new registration, and the registry may still
    /// describe the one before. When the names differ, only repositories of the account that the
    /// chain names are taken over.
    pub fn of(held: &Held<'a>, listing: Option<&'a Listing>, registered_on: Day, chain: String) -> Self {
        let identity = held.row.identity.as_ref();
        let on_chain =
            identity.and_then(|identity| identity.get("github_repo")).and_then(|text| Named::read(text));
        let mut own = Self {
            chain,
            registered_on,
            on_chain,
            official: Vec::new(),
            surfaces: Vec::new(),
            name: &held.row.name,
            notes: Vec::new(),
        };
        let Some(listing) = listing else { return own };
        let same_name = alike(&listing.name, &held.row.name);
        let official = listing.surfaces.iter().filter(|surface| surface.authority == "official");
        let mut passed_over = 0;
        for surface in official {
            if surface.kind != "source-repo" {
                if same_name {
                    own.surfaces.push(surface)
                } else {
                    passed_over += 1
                }
                continue;
            }
            let Some(named) = Named::read(&surface.url) else { continue };
            let same_account = own.on_chain.as_ref().is_some_and(|other| other.account() == named.account());
            if own.on_chain.as_ref() == Some(&named) || own.official.contains(&named) {
                continue;
            }
            if same_name || same_account { own.official.push(named) } else { passed_over += 1 }
        }
        if !same_name {
            own.notes.push(renamed(&listing.name, &held.row.name, passed_over));
        }
        own
    }

    /// Every repository that is its own, the chain's first.
    pub fn repositories(&self) -> impl Iterator<Item = &Named> {
        self.on_chain.iter().chain(&self.official)
    }

    /// The repositories that count: captured, reachable, and pushed to since the registration.
    pub fn counting<'r>(&self, captured: &'r Repositories) -> Counting<'r> {
        let repositories = self.repositories().filter_map(|named| captured.of.get(named.repository()?));
        let since = self.registered_on;
        let counts = |repository: &&Repository| {
            repository.reachable && repository.last_push.is_some_and(|push| push >= since)
        };
        Counting { repositories: repositories.filter(counts).collect(), captured_on: captured.day }
    }

    /// Surfaces of the kinds given that do not stand at an explorer.
    pub fn surfaces_of<'s>(&'s self, kinds: &'s [&str]) -> impl Iterator<Item = &'a Surface> + 's {
        let surfaces = self.surfaces.iter().copied();
        surfaces.filter(|surface| kinds.contains(&surface.kind.as_str()) && !is_explorer(&surface.url))
    }

    /// Links to its surfaces and official repositories.
    pub fn links(&self) -> Vec<Link> {
        let link = |kind: &str, url: &str| {
            let url = public_link(url)?;
            let source = sources::SURFACES.to_owned();
            Some(Link { kind: kind.to_owned(), label: label(&url), url, source })
        };
        let repositories = self.official.iter().filter_map(|named| link("source-repo", &named.link()));
        let surfaces = self.surfaces.iter().filter(|surface| surface.revenue.is_none());
        let surfaces = surfaces.filter_map(|surface| link(&surface.kind, &surface.url));
        surfaces.chain(repositories).take(MAX_LINKS).collect()
    }
}

fn renamed(listed: &str, on_chain: &str, passed_over: usize) -> String {
    let plural = if passed_over == 1 { "surface" } else { "surfaces" };
    let fate = match passed_over {
        0 => String::new(),
        _ => format!(
            " {passed_over} official {plural} of that listing may be another project’s and did not count."
        ),
    };
    format!("The registry of surfaces lists this slot as “{listed}”, the chain as “{on_chain}”.{fate}")
}

fn is_explorer(link: &str) -> bool {
    let host =
        url::Url::parse(link).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
    EXPLORERS.iter().any(|explorer| host == *explorer || host.ends_with(&format!(".{explorer}")))
}

/// Whether two names are one but for case, punctuation, and a domain or word at the end.
pub fn alike(a: &str, b: &str) -> bool {
    /// Shorter names are part of too many others.
    const TELLING: usize = 4;
    let letters =
        |name: &str| name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let (a, b) = (letters(a), letters(b));
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    a == b || (short.len() >= TELLING && long.starts_with(short.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_meet_but_for_case_and_punctuation() {
        for (a, b) in
            [("Bitsec", "Bitsec.ai"), ("404—GEN", "404-gen"), ("8 Ball", "8 ball"), ("lium.io", "Lium")]
        {
            assert!(alike(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("Coldint", "hoτfloaτ"),
            ("ain", "Herald"),
            ("InfiniteHash", "InfiniteQuant"),
            ("", "x"),
            ("TC", "tcx"),
        ] {
            assert!(!alike(a, b), "{a} {b}");
        }
    }

    #[test]
    fn a_page_at_an_explorer_is_nobodys_product() {
        assert!(is_explorer("https://taostats.io/subnets/29"));
        assert!(is_explorer("https://www.taostats.io/subnets/29"));
        assert!(!is_explorer("https://nottaostats.io/"));
    }
}
