//! The page's state in four groups, given to components by context. Components read signals and call methods; only the
//! methods here change anything.

mod ask;
mod live;
mod model;
mod prefs;
mod program;
mod run;
mod sweep;
mod travel;
mod view;

use leptos::prelude::*;

pub use ask::Ask;
pub use live::{Live, Measured, Pulse};
pub use model::Model;
pub use prefs::{Prefs, Theme};
pub use program::{Lesson, MAIN, Program};
pub use run::{Failure, Finished, Part, Run, Status};
pub use sweep::{Sweep, Swept};
pub use travel::Travel;
pub use view::{Dialog, Panel, Tab, View};

/// Makes the groups and provides them to everything below.
pub fn provide() -> (Program, Run, View, Prefs) {
    let prefs = Prefs::load();
    let view = View::new();
    let program = Program::new();
    let run = Run::new(program, view);
    provide_context(prefs);
    provide_context(view);
    provide_context(program);
    provide_context(run);
    provide_context(Ask::new(run, view));
    provide_context(Live::new(program, run, view));
    provide_context(Sweep::new(program));
    provide_context(Travel::new(program, run, view));
    (program, run, view, prefs)
}

/// The group of that type; the page provides all of them before it builds a component.
pub fn group<T: Clone + 'static>() -> T {
    expect_context::<T>()
}
