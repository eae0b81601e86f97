//! The colours of exported pictures: the page's own, read from its style sheet, which stays their one place.

use std::fmt::Write;

use crate::trace::State;

const TOKENS: &str = include_str!("../../style/tokens.css");

/// For which background a picture is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// What the reader's system prefers.
    #[default]
    Auto,
    Light,
    Dark,
}

impl Theme {
    /// `light`, `dark`, else as the system prefers.
    pub fn named(name: &str) -> Theme {
        match name {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::Auto,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Auto => "auto",
        }
    }
}

/// A colour for a light and one for a dark background, in hexadecimal digits behind `#`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ink {
    pub light: &'static str,
    pub dark: &'static str,
}

impl Ink {
    /// The property of the style sheet, such as `--state-running`; one that refers to another is followed.
    pub fn of(name: &str) -> Option<Ink> {
        let rest = TOKENS.split_once(&format!("\n  {name}: "))?.1;
        let value = rest.split_once(';')?.0;
        if let Some(other) = value.strip_prefix("var(") {
            return Ink::of(other.strip_suffix(')')?);
        }
        match value.strip_prefix("light-dark(").and_then(|pair| pair.strip_suffix(')')) {
            Some(pair) => pair.split_once(", ").map(|(light, dark)| Ink { light, dark }),
            None => Some(Ink { light: value, dark: value }),
        }
    }
}

/// A rule of a style sheet: a selector, the property, the colour's name.
pub struct Rule(String, &'static str, &'static str);

pub fn rule(selector: &str, property: &'static str, name: &'static str) -> Rule {
    Rule(selector.to_string(), property, name)
}

/// The rules with the colours of a theme; for `Auto` those for the dark follow in a media query.
pub fn sheet(rules: &[Rule], theme: Theme) -> String {
    let part = |dark: bool| {
        let mut out = String::new();
        for Rule(selector, property, name) in rules {
            if let Some(ink) = Ink::of(name) {
                let _ = write!(out, "{selector}{{{property}:{}}}", if dark { ink.dark } else { ink.light });
            }
        }
        out
    };
    match theme {
        Theme::Light => part(false),
        Theme::Dark => part(true),
        Theme::Auto => format!("{}@media(prefers-color-scheme:dark){{{}}}", part(false), part(true)),
    }
}

/// The colour's name of a state. Lines share one.
pub fn of_state(state: State) -> &'static str {
    match state {
        State::Running => "--state-running",
        State::Ready => "--state-ready",
        State::Gil => "--state-gil",
        State::Blocked => "--state-blocked",
        State::Sleeping | State::Network | State::Awaiting => "--state-wait",
    }
}
