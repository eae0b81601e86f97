//! What the visitor likes: theme and sizes of the panes. Kept by the browser where it allows that, forgotten where not.

use leptos::prelude::*;

use crate::ui::format::number;
use crate::ui::storage;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    fn name(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// Shares in per cent: the program's of the width, the output's of the height right of it.
const SIDE: (f64, f64, f64) = (20.0, 36.0, 70.0);
const BOTTOM: (f64, f64, f64) = (12.0, 30.0, 75.0);

#[derive(Clone, Copy)]
pub struct Prefs {
    theme: RwSignal<Theme>,
    system_dark: RwSignal<bool>,
    side: RwSignal<f64>,
    bottom: RwSignal<f64>,
    /// Whether the program is folded away where it stands above the timeline.
    folded: RwSignal<bool>,
}

impl Prefs {
    pub fn load() -> Prefs {
        let theme = match storage::get("theme").as_deref() {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::System,
        };
        let share = |key, (low, usual, high): (f64, f64, f64)| {
            let kept = storage::get(key).and_then(|v| number(&v));
            kept.map_or(usual, |v| v.clamp(low, high))
        };
        Prefs {
            theme: RwSignal::new(theme),
            system_dark: RwSignal::new(false),
            side: RwSignal::new(share("side", SIDE)),
            bottom: RwSignal::new(share("bottom", BOTTOM)),
            folded: RwSignal::new(false),
        }
    }

    pub fn theme(&self) -> Theme {
        self.theme.get()
    }

    pub fn is_dark(&self) -> bool {
        match self.theme.get() {
            Theme::System => self.system_dark.get(),
            theme => theme == Theme::Dark,
        }
    }

    pub fn set_system_dark(&self, dark: bool) {
        self.system_dark.set(dark);
    }

    /// System, then the other one, then the one like the system's.
    pub fn next_theme(&self) {
        let system_dark = self.system_dark.get_untracked();
        let (first, second) = if system_dark { (Theme::Light, Theme::Dark) } else { (Theme::Dark, Theme::Light) };
        let next = match self.theme.get_untracked() {
            Theme::System => first,
            theme if theme == first => second,
            _ => Theme::System,
        };
        self.theme.set(next);
        storage::set("theme", next.name());
    }

    /// A theme, for as long as the page is open.
    pub fn choose(&self, theme: Theme) {
        self.theme.set(theme);
    }

    pub fn side(&self) -> f64 {
        self.side.get()
    }

    pub fn set_side(&self, share: f64) {
        let share = share.clamp(SIDE.0, SIDE.2);
        self.side.set(share);
        storage::set("side", &format!("{share:.1}"));
    }

    pub fn bottom(&self) -> f64 {
        self.bottom.get()
    }

    pub fn set_bottom(&self, share: f64) {
        let share = share.clamp(BOTTOM.0, BOTTOM.2);
        self.bottom.set(share);
        storage::set("bottom", &format!("{share:.1}"));
    }

    pub fn is_folded(&self) -> bool {
        self.folded.get()
    }

    pub fn toggle_fold(&self) {
        self.folded.update(|f| *f = !*f);
    }
}
