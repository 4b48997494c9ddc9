//! Repositories as owners write them down.

/// `owner/name` in small letters, as two spellings of one repository meet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RepositoryName {
    /// The account.
    pub account: String,
    /// The repository.
    pub name: String,
}

impl RepositoryName {
    /// A name from its parts.
    pub fn new(account: &str, name: &str) -> Self {
        Self { account: account.to_lowercase(), name: name.to_lowercase() }
    }

    /// Whether it is written where there is none.
    pub fn is_placeholder(&self) -> bool {
        const NONE: [(&str, &str); 3] =
            [("deprecated", "deprecated"), ("username", "repo"), ("opentensor", "bittensor-subnet-template")];
        NONE.contains(&(self.account.as_str(), self.name.as_str()))
    }
}

/// What a text about a repository names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// One repository.
    Repository(RepositoryName),
    /// Only an account.
    Account(String),
}

impl Named {
    /// Reads a link to GitHub with whatever owners put around it; `None` for other places and for
    /// placeholders.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(text);
        let rest = rest.strip_prefix("www.").unwrap_or(rest);
        let (host, path) = rest.split_once('/')?;
        if !host.eq_ignore_ascii_case("github.com") {
            return None;
        }
        let path = path.split(['?', '#']).next()?;
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        let first = parts.next()?;
        let is_page_of_account = first.eq_ignore_ascii_case("orgs");
        let account = if is_page_of_account { parts.next()? } else { first };
        let Some(name) = parts.next().filter(|_| !is_page_of_account) else {
            return Some(Self::Account(account.to_lowercase()));
        };
        let name = RepositoryName::new(account, name.strip_suffix(".git").unwrap_or(name));
        (!name.is_placeholder()).then_some(Self::Repository(name))
    }

    /// The account.
    pub fn account(&self) -> &str {
        match self {
            Self::Repository(name) => &name.account,
            Self::Account(account) => account,
        }
    }

    /// The repository, unless only an account is named.
    pub fn repository(&self) -> Option<&RepositoryName> {
        match self {
            Self::Repository(name) => Some(name),
            Self::Account(_) => None,
        }
    }

    /// A link to it.
    pub fn link(&self) -> String {
        match self {
            Self::Repository(RepositoryName { account, name }) => {
                format!("https://github.com/{account}/{name}")
            }
            Self::Account(account) => format!("https://github.com/{account}"),
        }
    }

    /// `owner/name`, or the account.
    pub fn words(&self) -> String {
        match self {
            Self::Repository(RepositoryName { account, name }) => format!("{account}/{name}"),
            Self::Account(account) => account.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_repository_meet() {
        let lium = Named::Repository(RepositoryName::new("datura-ai", "lium-io"));
        for text in [
            "https://github.com/Datura-ai/lium-io",
            "https://github.com/Datura-ai/lium-io/",
            "http://www.github.com/datura-ai/lium-io.git",
            "github.com/Datura-AI/lium-io/tree/main?x=1#readme",
        ] {
            assert_eq!(Named::read(text), Some(lium.clone()), "{text}");
        }
        for text in ["https://github.com/CookingTao", "https://github.com/orgs/cookingtao/repositories"] {
            assert_eq!(Named::read(text), Some(Named::Account("cookingtao".to_owned())), "{text}");
        }
        for text in [
            "",
            "deprecated",
            "https://gitlab.com/a/b",
            "https://github.com/",
            "https://github.com/deprecated/deprecated",
            "https://github.com/username/repo",
            "https://github.com/opentensor/bittensor-subnet-template",
        ] {
            assert_eq!(Named::read(text), None, "{text}");
        }
    }
}
