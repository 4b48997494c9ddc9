//! Values with a name each, for keys that choose one of a few.

/// One of a few named values. The names are the grammar of links: they never change.
pub trait Choice: Copy + PartialEq + 'static {
    /// Every value with its name in links, in menu order.
    const NAMES: &'static [(&'static str, Self)];

    /// The name in links.
    fn id(self) -> &'static str {
        Self::NAMES.iter().find(|(_, choice)| *choice == self).map_or("", |(name, _)| name)
    }

    /// The value with this name.
    ///
    /// # Errors
    /// The names there are, as a clause for the reader.
    fn from_id(id: &str) -> Result<Self, String> {
        let found = Self::NAMES.iter().find(|(name, _)| *name == id);
        found.map(|(_, choice)| *choice).ok_or_else(|| {
            let names: Vec<&str> = Self::NAMES.iter().map(|(name, _)| *name).collect();
            match names.split_last() {
                Some((last, [])) => format!("it can only be {last}"),
                Some((last, rest)) => format!("choose {} or {last}", rest.join(", ")),
                None => "there is nothing to choose".to_owned(),
            }
        })
    }
}
