//! What is looked at: selection, playhead, panels, tabs, dialogs.

use leptos::prelude::*;

use crate::trace::Nanos;

/// The panel beside the output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    Selection,
    #[default]
    Totals,
    Findings,
    /// The variants side by side, and what one setting changes.
    Compare,
    /// Where everybody is when the playhead stands somewhere.
    State,
}

/// The tab of a narrow screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    Code,
    #[default]
    Timeline,
    Output,
}

impl Tab {
    pub const ALL: [(Tab, &'static str, &'static str); 3] =
        [(Tab::Code, "code", "Code"), (Tab::Timeline, "timeline", "Timeline"), (Tab::Output, "output", "Output")];
}

/// What lies over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    Gallery,
    Share,
    Keys,
}

#[derive(Clone, Copy)]
pub struct View {
    /// Index of the selected span; the timeline sets it too.
    pub selection: RwSignal<Option<u32>>,
    /// The moment looked at; the timeline sets it too.
    pub playhead: RwSignal<Option<Nanos>>,
    panel: RwSignal<Panel>,
    tab: RwSignal<Tab>,
    dialog: RwSignal<Option<Dialog>>,
    settings_open: RwSignal<bool>,
    /// A line to scroll to; the number makes the same line asked for twice two requests.
    revealed: RwSignal<(u32, u32)>,
}

impl View {
    pub fn new() -> View {
        View {
            selection: RwSignal::new(None),
            playhead: RwSignal::new(None),
            panel: RwSignal::new(Panel::default()),
            tab: RwSignal::new(Tab::default()),
            dialog: RwSignal::new(None),
            settings_open: RwSignal::new(false),
            revealed: RwSignal::new((0, 0)),
        }
    }

    pub fn panel(&self) -> Panel {
        self.panel.get()
    }

    pub fn show_panel(&self, panel: Panel) {
        self.panel.set(panel);
    }

    pub fn tab(&self) -> Tab {
        self.tab.get()
    }

    pub fn show_tab(&self, tab: Tab) {
        self.tab.set(tab);
    }

    pub fn is_open(&self, dialog: Dialog) -> bool {
        self.dialog.get() == Some(dialog)
    }

    pub fn toggle_dialog(&self, dialog: Dialog) {
        self.dialog.update(|d| *d = if *d == Some(dialog) { None } else { Some(dialog) });
    }

    /// Whether there is one now.
    pub fn has_dialog(&self) -> bool {
        self.dialog.get_untracked().is_some()
    }

    pub fn close_dialog(&self) {
        if self.has_dialog() {
            self.dialog.set(None);
        }
    }

    pub fn settings_open(&self) -> bool {
        self.settings_open.get()
    }

    pub fn toggle_settings(&self) {
        self.settings_open.update(|open| *open = !*open);
    }

    /// Whether there was a selection or a playhead to clear.
    pub fn clear_selection(&self) -> bool {
        let had = self.selection.get_untracked().is_some() || self.playhead.get_untracked().is_some();
        if had {
            self.selection.set(None);
            self.playhead.set(None);
        }
        had
    }

    /// The line last asked for and how often one was.
    pub fn revealed(&self) -> (u32, u32) {
        self.revealed.get()
    }

    /// From the code to the timeline, on narrow screens.
    pub fn leave_code(&self) {
        if self.tab.get_untracked() == Tab::Code {
            self.tab.set(Tab::Timeline);
        }
    }

    /// Shows a line of the program, on narrow screens by going to its tab.
    pub fn reveal_line(&self, line: u32) {
        self.tab.set(Tab::Code);
        self.revealed.update(|(l, n)| (*l, *n) = (line, *n + 1));
    }
}
