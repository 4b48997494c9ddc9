//! The colours of an embedded view.

use crate::view::Choice;

/// Colours of an embedded view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the reader's system.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Choice for Theme {
    const NAMES: &'static [(&'static str, Self)] =
        &[("auto", Self::Auto), ("light", Self::Light), ("dark", Self::Dark)];
}

impl Theme {
    /// What comes next at a press: first the opposite of what is shown, so that every press is seen to
    /// change something, and in the end the system's own again. `dark` is what the system asks for.
    pub fn next(self, dark: bool) -> Self {
        let (system, opposite) = if dark { (Self::Dark, Self::Light) } else { (Self::Light, Self::Dark) };
        match self {
            Self::Auto => opposite,
            chosen if chosen == opposite => system,
            _ => Self::Auto,
        }
    }

    /// How a file without a program is told: style sheets can see the fragment, and nothing else.
    pub fn fragment(self) -> &'static str {
        match self {
            Self::Auto => "",
            Self::Light => "#light",
            Self::Dark => "#dark",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_press_shows_the_opposite_of_the_system() {
        let cycle = |dark: bool| {
            let mut theme = Theme::Auto;
            [(); 3].map(|()| {
                theme = theme.next(dark);
                theme
            })
        };
        assert_eq!(cycle(false), [Theme::Dark, Theme::Light, Theme::Auto]);
        assert_eq!(cycle(true), [Theme::Light, Theme::Dark, Theme::Auto]);
    }
}
