//! What is looked at: selection, playhead, panels, tabs, dialogs.

use leptos::prelude::*;

use crate::scenario::Look;
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
    /// What a live run measured beside the prediction.
    Live,
    /// Where everybody is when the playhead stands somewhere.
    State,
}

impl Panel {
    const NAMES: [(Panel, &'static str); 6] = [
        (Panel::Selection, "selection"),
        (Panel::Totals, "totals"),
        (Panel::Findings, "findings"),
        (Panel::Compare, "compare"),
        (Panel::State, "state"),
        (Panel::Live, "live"),
    ];

    /// As links name it.
    pub fn name(self) -> &'static str {
        Panel::NAMES.iter().find(|(p, _)| *p == self).map_or("", |p| p.1)
    }

    pub fn named(name: &str) -> Option<Panel> {
        Panel::NAMES.iter().find(|(_, n)| *n == name).map(|p| p.0)
    }
}

/// The tab of a narrow screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    Code,
    #[default]
    Timeline,
    Output,
    Compare,
}

impl Tab {
    pub const ALL: [(Tab, &'static str, &'static str); 4] = [
        (Tab::Code, "code", "Code"),
        (Tab::Timeline, "timeline", "Timeline"),
        (Tab::Output, "output", "Output"),
        (Tab::Compare, "compare", "Compare"),
    ];

    /// As links and styles name it.
    pub fn name(self) -> &'static str {
        Tab::ALL.iter().find(|(t, ..)| *t == self).map_or("", |t| t.1)
    }
}

/// What lies over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    Gallery,
    Share,
    Keys,
    /// Which one should I use?
    Advice,
    /// What differs between two variants.
    Diff,
}

#[derive(Clone, Copy)]
pub struct View {
    /// Index of the selected span; the timeline sets it too.
    pub selection: RwSignal<Option<u32>>,
    /// The moment looked at; the timeline sets it too.
    pub playhead: RwSignal<Option<Nanos>>,
    /// The stretch of time on the screen, where it is not the whole run; the timeline sets it.
    pub zoom: RwSignal<Option<(Nanos, Nanos)>>,
    /// The present moment of a live run.
    pub now: RwSignal<Option<Nanos>>,
    /// Whether the timeline has painted a whole picture; it sets it.
    pub painted: RwSignal<bool>,
    /// What a link asks to be shown once its run is over.
    wanted: RwSignal<Option<Look>>,
    /// Whether the program is only read, and the lines that an author has marked: in embeds.
    pub locked: RwSignal<bool>,
    pub noted: RwSignal<Vec<u32>>,
    panel: RwSignal<Panel>,
    /// The panel that the page itself opened last.
    offered: RwSignal<Panel>,
    /// Whether advice begins with what the run says.
    from_run: RwSignal<bool>,
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
            zoom: RwSignal::new(None),
            now: RwSignal::new(None),
            painted: RwSignal::new(false),
            wanted: RwSignal::new(None),
            locked: RwSignal::new(false),
            noted: RwSignal::new(Vec::new()),
            panel: RwSignal::new(Panel::default()),
            offered: RwSignal::new(Panel::default()),
            from_run: RwSignal::new(false),
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
        if self.panel.get_untracked() != panel {
            self.panel.set(panel);
        }
    }

    /// Opens the panel that goes with what the visitor has just done in the timeline.
    pub fn follow_with(&self, panel: Panel) {
        self.offered.set(panel);
        self.panel.set(panel);
    }

    /// Opens a panel after a run, which leaves a comparison in its place, and findings that the visitor has opened.
    pub fn offer_panel(&self, panel: Panel) {
        let (now, before) = (self.panel.get_untracked(), self.offered.get_untracked());
        self.offered.set(panel);
        if now != Panel::Compare && (now != Panel::Findings || before == Panel::Findings) {
            self.panel.set(panel);
        }
    }

    /// The panel or tab that the visitor has chosen, as links name it; empty where the page's own choice is shown.
    pub fn chosen(&self) -> &'static str {
        let (tab, panel) = (self.tab.get(), self.panel.get());
        match (tab, narrow()) {
            (Tab::Code | Tab::Output, true) => tab.name(),
            _ if panel != self.offered.get() => panel.name(),
            _ => "",
        }
    }

    /// Opens what a link names.
    pub fn choose(&self, name: &str) {
        if let Some(panel) = Panel::named(name) {
            self.show_panel(panel);
            if panel == Panel::Compare && narrow() {
                self.tab.set(Tab::Compare);
            }
        } else if let Some((tab, ..)) = Tab::ALL.iter().find(|(_, n, _)| *n == name) {
            self.tab.set(*tab);
        }
    }

    /// What a link asks to be shown, while it has not been; follows it.
    pub fn wanted(&self) -> Option<Look> {
        self.wanted.get()
    }

    /// Asks for something to be shown: at once where the run is over, else when it is.
    pub fn want(&self, look: Option<Look>) {
        if look.is_some() || self.wanted.with_untracked(Option::is_some) {
            self.wanted.set(look);
        }
    }

    pub fn advise(&self, from_run: bool) {
        self.from_run.set(from_run);
        self.dialog.set(Some(Dialog::Advice));
    }

    pub fn advice_from_run(&self) -> bool {
        self.from_run.get_untracked()
    }

    pub fn tab(&self) -> Tab {
        self.tab.get()
    }

    pub fn show_tab(&self, tab: Tab) {
        match (self.tab.get_untracked(), tab) {
            (_, Tab::Compare) => self.panel.set(Panel::Compare),
            (Tab::Compare, _) => self.panel.set(self.offered.get_untracked()),
            _ => {}
        }
        self.tab.set(tab);
    }

    pub fn is_open(&self, dialog: Dialog) -> bool {
        self.dialog.get() == Some(dialog)
    }

    pub fn open_dialog(&self, dialog: Dialog) {
        self.dialog.set(Some(dialog));
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

/// Whether the page shows one tab at a time; the width is the style sheet's.
fn narrow() -> bool {
    window().match_media("(max-width: 699px)").ok().flatten().is_some_and(|query| query.matches())
}
