//! Colours of the canvas, read from the style sheet's custom properties.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::{self, HtmlElement};

use crate::timeline::{Palette, Rgb, is_line};
use crate::trace::State;
use crate::ui::format::number;

/// Everything the painter needs to know about the theme.
#[derive(Clone, PartialEq)]
pub struct Theme {
    pub palette: Palette,
    /// Css colours.
    pub text: String,
    pub muted: String,
    pub surface: String,
    /// Behind words on a state: its own tint, so that a label never looks like a hole in it.
    pub plates: [String; 7],
    pub accent: String,
    /// What came before the selection, and what after it.
    pub before: String,
    pub after: String,
    pub running_ink: String,
    /// The page's font family.
    pub family: String,
}

impl Theme {
    /// Reads the properties as they apply to `probe`, an element that may be hidden.
    pub fn read(probe: &HtmlElement) -> Option<Theme> {
        let style = window().get_computed_style(probe).ok()??;
        let css = |name: &str| {
            let _ = probe.style().set_property("color", &format!("var({name})"));
            style.get_property_value("color").unwrap_or_default()
        };
        let colour = |name: &str| parse(&css(name)).unwrap_or([128; 3]);
        let wait = colour("--state-wait");
        let (running, ready) = (colour("--state-running"), colour("--state-ready"));
        let states = [running, ready, colour("--state-gil"), colour("--state-blocked"), wait, wait, wait];
        let (surface, bed) = (colour("--timeline-surface"), colour("--timeline-bed"));
        let palette =
            Palette { surface, bed, grid: colour("--timeline-grid"), line: colour("--timeline-mark"), states };
        let plate = |state: State| {
            let [r, g, b] = if is_line(state) { bed } else { palette.tint(state) };
            format!("rgb({r}, {g}, {b})")
        };
        Some(Theme {
            plates: State::ALL.map(plate),
            palette,
            text: css("--timeline-text"),
            muted: css("--timeline-muted"),
            surface: css("--timeline-surface"),
            accent: css("--timeline-accent"),
            before: css("--order-before"),
            after: css("--order-after"),
            running_ink: css("--state-running-ink"),
            family: style.get_property_value("font-family").unwrap_or_default(),
        })
    }
}

/// `rgb(1, 2, 3)`, `rgba(…)` or `color(srgb 0.1 0.2 0.3)` as computed styles write them.
fn parse(css: &str) -> Option<Rgb> {
    let (name, rest) = css.split_once('(')?;
    let scale = if name == "color" { 255.0 } else { 1.0 };
    let mut numbers = rest.split([' ', ',', ')', '/']).filter_map(number);
    let mut next = || numbers.next().map(|n| (n * scale).round().clamp(0.0, 255.0) as u8);
    Some([next()?, next()?, next()?])
}

/// Calls `changed` whenever the theme may have: attributes of the root element, or the system's preference.
pub fn watch(changed: impl Fn() + 'static) {
    let changed: Closure<dyn Fn()> = Closure::new(changed);
    let function = changed.as_ref().unchecked_ref::<web_sys::js_sys::Function>().clone();
    let observer = web_sys::MutationObserver::new(&function).ok();
    if let (Some(observer), Some(root)) = (&observer, document().document_element()) {
        let what = web_sys::MutationObserverInit::new();
        what.set_attributes(true);
        let _ = observer.observe_with_options(&root, &what);
    }
    let query = window().match_media("(prefers-color-scheme: dark)").ok().flatten();
    if let Some(query) = &query {
        let _ = query.add_event_listener_with_callback("change", &function);
    }
    let held = StoredValue::new_local((changed, observer, query));
    on_cleanup(move || {
        held.try_update_value(|(changed, observer, query)| {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            if let Some(query) = query {
                let _ = query.remove_event_listener_with_callback("change", changed.as_ref().unchecked_ref());
            }
        });
    });
}
