//! A number with a name, a unit and a range. What does not fit the range is refused in words and changes nothing.

use leptos::prelude::*;

use crate::scenario::Settings;
use crate::ui::format::{decimal, number};
use crate::ui::reactive::memo;
use crate::ui::state::{Program, Run, group};

/// The settings of the program at hand, to read and to change; what was run follows each change.
#[derive(Clone, Copy)]
pub struct Dials {
    pub settings: Memo<Settings>,
    program: Program,
    run: Run,
}

impl Dials {
    pub fn new() -> Dials {
        let (program, run): (Program, Run) = (group(), group());
        Dials { settings: memo(move || program.settings()), program, run }
    }

    pub fn change<T>(self, how: impl FnOnce(&Program) -> T) -> T {
        let done = how(&self.program);
        self.run.settings_changed();
        done
    }

    /// What a field shows of them.
    pub fn number(self, read: fn(&Settings) -> f64) -> Signal<f64> {
        Signal::derive(move || self.settings.with(read))
    }

    /// What a field does to them.
    pub fn set(self, how: fn(&Program, f64)) -> Callback<f64> {
        Callback::new(move |n: f64| self.change(|p| how(p, n)))
    }
}

/// The range of a field, ends included, and whether it takes whole numbers only.
#[derive(Clone, Copy)]
pub struct Range {
    pub low: f64,
    pub high: f64,
    pub whole: bool,
}

impl Range {
    pub const fn whole(low: f64, high: f64) -> Range {
        Range { low, high, whole: true }
    }

    pub const fn any(low: f64, high: f64) -> Range {
        Range { low, high, whole: false }
    }

    /// The number, or why it is none of this range.
    pub fn read(&self, text: &str) -> Result<f64, String> {
        let range = format!("{} to {}", decimal(self.low), decimal(self.high));
        match number(&text.trim().replace(',', ".")) {
            Some(n) if self.whole && n.fract() != 0.0 => Err(format!("A whole number, {range}.")),
            Some(n) if n >= self.low && n <= self.high => Ok(n),
            _ => Err(format!("A number, {range}.")),
        }
    }
}

#[component]
pub fn Field(
    label: &'static str,
    #[prop(optional)] unit: &'static str,
    /// What it is about, where the name does not say it.
    #[prop(optional)]
    hint: &'static str,
    name: &'static str,
    #[prop(into)] value: Signal<f64>,
    range: Range,
    set: Callback<f64>,
) -> impl IntoView {
    let wrong = RwSignal::new(None::<String>);
    let on_change = move |text: String| match range.read(&text) {
        Ok(n) => {
            wrong.set(None);
            set.run(n);
        }
        Err(why) => wrong.set(Some(why)),
    };
    let id = format!("field-{name}");
    view! {
        <div class="field">
            <label for=id.clone() title=hint>{label}</label>
            <span class="value">
                <input
                    id=id.clone()
                    data-testid=name
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    prop:value=move || decimal(value.get())
                    aria-invalid=move || wrong.with(Option::is_some).to_string()
                    aria-describedby=format!("{id}-wrong")
                    on:change:target=move |ev| on_change(ev.target().value())
                />
                <span class="unit">{unit}</span>
            </span>
            <p class="wrong" id=format!("{id}-wrong") role="alert">{move || wrong.get()}</p>
        </div>
    }
}
