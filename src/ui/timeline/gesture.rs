//! Pointer and wheel: dragging, pinching, clicking, zooming at the pointer.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{self, Element, EventTarget, HtmlElement, MouseEvent, PointerEvent, WheelEvent};

use super::view::{Hover, View};
use crate::timeline::{Viewport, hit};
use crate::trace::Nanos;

/// A press that moves less than this, in css pixels, is a click.
const CLICK: f64 = 5.0;
/// A finger that rests for so long marks a range when it moves on.
const LONG: Duration = Duration::from_millis(450);

/// One finger or the mouse.
#[derive(Clone, Copy)]
struct Finger {
    id: i32,
    x: f64,
    y: f64,
}

/// What is going on between press and release.
#[derive(Default)]
struct Press {
    fingers: Vec<Finger>,
    /// Where the first finger went down; gone once it has moved or a second one came.
    click: Option<(f64, f64)>,
    /// Whether moving marks a range.
    marks: bool,
    /// Counts presses, so that a timer knows its own.
    count: u32,
}

/// Gestures on the lanes; clones share their state.
#[derive(Clone)]
pub struct Gestures {
    view: View,
    press: Rc<RefCell<Press>>,
}

impl Gestures {
    pub fn new(view: View) -> Gestures {
        Gestures { view, press: Rc::default() }
    }

    pub fn down(&self, ev: &PointerEvent) {
        if ev.button() != 0 {
            return;
        }
        let mut press = self.press.borrow_mut();
        let (x, y) = place(ev);
        if let Some(target) = ev.current_target().and_then(|t| t.dyn_into::<Element>().ok()) {
            let _ = target.set_pointer_capture(ev.pointer_id());
        }
        press.fingers.retain(|f| f.id != ev.pointer_id());
        press.fingers.truncate(1);
        press.fingers.push(Finger { id: ev.pointer_id(), x, y });
        press.click = (press.fingers.len() == 1).then_some((x, y));
        press.count += 1;
        press.marks = press.click.is_some() && (ev.shift_key() || self.view.ask.arming.get_untracked());
        if press.marks {
            mark(self.view, x, true);
        } else if ev.pointer_type() == "touch" {
            let (gestures, count) = (self.clone(), press.count);
            set_timeout(move || gestures.rested(count), LONG);
        }
    }

    /// A finger has rested since that press: it tells what is under it, and marks a range when it moves.
    fn rested(&self, count: u32) {
        let mut press = self.press.borrow_mut();
        if press.count == count
            && let Some((x, y)) = press.click
        {
            press.marks = true;
            mark(self.view, x, true);
            self.view.hover.set(Some(Hover { x, y }));
        }
    }

    /// Whether the browser shall leave what the fingers do to us: no scrolling while they pinch or mark.
    pub fn holds(&self) -> bool {
        let press = self.press.borrow();
        press.marks || press.fingers.len() > 1
    }

    /// Pans with one finger (the mouse also moves the rows), pinches with two, else hovers; marks a range after a rest.
    pub fn moved(&self, ev: &PointerEvent, scroller: Option<HtmlElement>) {
        let (x, y) = place(ev);
        let mouse = ev.pointer_type() != "touch";
        let mut press = self.press.borrow_mut();
        let Some(at) = press.fingers.iter().position(|f| f.id == ev.pointer_id()) else {
            if mouse {
                self.view.hover.set(Some(Hover { x, y }));
            }
            return;
        };
        if let Some((x0, y0)) = press.click {
            if (x - x0).hypot(y - y0) < CLICK {
                return;
            }
            press.click = None;
            self.view.hover.set(None);
        }
        if press.marks {
            return mark(self.view, x, false);
        }
        let before = std::mem::replace(&mut press.fingers[at], Finger { id: ev.pointer_id(), x, y });
        match press.fingers.get(1 - at.min(1)).copied().filter(|_| press.fingers.len() == 2) {
            Some(other) => {
                let apart = |f: Finger| (f.x - other.x).hypot(f.y - other.y).max(24.0);
                let (old, new) = (apart(before), apart(press.fingers[at]));
                self.view.pan(-(x - before.x) / 2.0);
                self.view.zoom(old / new, Some((x + other.x) / 2.0));
            }
            None => {
                self.view.pan(before.x - x);
                if let Some(scroller) = scroller.filter(|_| mouse) {
                    scroller.set_scroll_top(scroller.scroll_top() + (before.y - y).round() as i32);
                }
            }
        }
    }

    pub fn up(&self, ev: &PointerEvent) {
        let mut press = self.press.borrow_mut();
        press.fingers.retain(|f| f.id != ev.pointer_id());
        let (click, marked) = (press.click.take(), std::mem::take(&mut press.marks));
        drop(press);
        if let Some((x, y)) = click {
            self.view.selection.set(span_at(self.view, x, y, ev.pointer_type() == "touch"));
            self.view.look_at_track(x, y);
        } else if marked {
            self.view.ask.arming.set(false);
        }
    }

    pub fn cancelled(&self, ev: &PointerEvent) {
        let mut press = self.press.borrow_mut();
        press.fingers.retain(|f| f.id != ev.pointer_id());
        (press.click, press.marks) = (None, false);
    }

    /// A double click fills the view with the span under it.
    pub fn double(&self, ev: &MouseEvent) {
        let (x, y) = place(ev);
        match span_at(self.view, x, y, false) {
            Some(span) => {
                self.view.selection.set(Some(span));
                self.view.fit_selection();
            }
            None => self.view.fit(),
        }
    }
}

fn span_at(view: View, x: f64, y: f64, finger: bool) -> Option<u32> {
    let slack = if finger { 12.0 } else { 3.0 };
    view.with_frame(|f| hit(f, x * f.ratio, y * f.ratio, slack * f.ratio)).flatten().and_then(|h| h.span)
}

/// Css pixels from the corner of the element that listens.
pub fn place(ev: &MouseEvent) -> (f64, f64) {
    match ev.current_target().and_then(|t| t.dyn_into::<Element>().ok()) {
        Some(element) => {
            let corner = element.get_bounding_client_rect();
            (ev.client_x() as f64 - corner.left(), ev.client_y() as f64 - corner.top())
        }
        None => (0.0, 0.0),
    }
}

/// Listens to the wheel on `element`: with ctrl it zooms at the pointer, sideways or with shift it pans, else the rows scroll.
/// Events that are used go no further, so that neither the page zooms nor the browser goes back.
pub fn wheel(view: View, element: &EventTarget, gutter: impl Fn() -> f64 + 'static) {
    let zoomed = Cell::new(f64::MIN);
    let listener: Closure<dyn Fn(WheelEvent)> = Closure::new(move |ev: WheelEvent| {
        let unit = match ev.delta_mode() {
            WheelEvent::DOM_DELTA_LINE => 16.0,
            WheelEvent::DOM_DELTA_PAGE => 400.0,
            _ => 1.0,
        };
        let (dx, dy) = (ev.delta_x() * unit, ev.delta_y() * unit);
        if ev.ctrl_key() || ev.meta_key() {
            ev.prevent_default();
            // A pinch on a touch pad sends many small steps, a wheel few large ones.
            let pace = if dy.abs() < 40.0 { 0.01 } else { 0.0022 };
            view.zoom((dy * pace).exp(), Some(place(&ev).0 - gutter()));
            zoomed.set(ev.time_stamp());
        } else if dy.abs().max(dx.abs()) < 40.0 && ev.time_stamp() - zoomed.get() < 150.0 {
            // A touch pad goes on by inertia after the key is released: that is no wish to scroll.
            ev.prevent_default();
            zoomed.set(ev.time_stamp());
        } else if ev.shift_key() || dx.abs() > dy.abs() {
            ev.prevent_default();
            view.pan(if dx.abs() > dy.abs() { dx } else { dy });
        }
    });
    listen(element, "wheel", listener.into_js_value());
}

/// Which part of the minimap's window is dragged.
#[derive(Clone, Copy, PartialEq)]
enum Grip {
    Left,
    Right,
    /// The window, at this distance from its start.
    Whole(i64),
}

/// Dragging on the minimap: its window, the window's ends, or a new place.
#[derive(Clone)]
pub struct Overview {
    view: View,
    grip: Rc<RefCell<Option<Grip>>>,
}

impl Overview {
    pub fn new(view: View) -> Overview {
        Overview { view, grip: Rc::default() }
    }

    pub fn down(&self, ev: &PointerEvent) {
        let Some((time, slack)) = self.time(ev) else { return };
        if let Some(target) = ev.current_target().and_then(|t| t.dyn_into::<Element>().ok()) {
            let _ = target.set_pointer_capture(ev.pointer_id());
        }
        let port = self.view.port.get_untracked();
        let near = |edge: Nanos| edge.abs_diff(time) <= slack;
        let whole = port.is_whole(self.view.extent());
        let grip = match () {
            _ if near(port.start) && (!whole || time > port.start) => Grip::Left,
            _ if near(port.end) => Grip::Right,
            _ if time > port.start && time < port.end => Grip::Whole(time as i64 - port.start as i64),
            _ => {
                self.view.centre(time);
                Grip::Whole(port.length() as i64 / 2)
            }
        };
        *self.grip.borrow_mut() = Some(grip);
    }

    pub fn moved(&self, ev: &PointerEvent) {
        let (Some(grip), Some((time, slack))) = (*self.grip.borrow(), self.time(ev)) else { return };
        let port = self.view.port.get_untracked();
        match grip {
            Grip::Left => self.view.show(time.min(port.end.saturating_sub(slack)), port.end),
            Grip::Right => self.view.show(port.start, time.max(port.start + slack)),
            Grip::Whole(offset) => {
                let start = (time as i64).saturating_sub(offset).max(0) as Nanos;
                self.view.show(start, start.saturating_add(port.length()));
            }
        }
    }

    pub fn up(&self) {
        *self.grip.borrow_mut() = None;
    }

    /// The time under the pointer, and how much time six pixels are.
    fn time(&self, ev: &PointerEvent) -> Option<(Nanos, Nanos)> {
        let element = ev.current_target()?.dyn_into::<Element>().ok()?;
        let width = element.client_width().max(1) as f64;
        let whole = Viewport::fit(self.view.extent());
        let x = place(ev).0.clamp(0.0, width);
        Some((whole.time(x, width), (6.0 / whole.scale(width)) as Nanos))
    }
}

/// A press or a drag on the axis puts the playhead there; with shift it marks a range.
pub fn playhead(view: View, ev: &PointerEvent) {
    if ev.type_() == "pointerdown" {
        if let Some(target) = ev.current_target().and_then(|t| t.dyn_into::<Element>().ok()) {
            let _ = target.set_pointer_capture(ev.pointer_id());
        }
    } else if ev.buttons() & 1 == 0 {
        return;
    }
    let x = place(ev).0;
    if ev.shift_key() || view.ask.arming.get_untracked() {
        return mark(view, x, ev.type_() == "pointerdown");
    }
    view.playhead.set(Some(time_at(view, x)));
}

/// The time at a css pixel of the canvas, within the run.
fn time_at(view: View, x: f64) -> Nanos {
    let width = view.size.get_untracked().width;
    view.port.get_untracked().time(x.clamp(0.0, width), width.max(1.0)).min(view.extent())
}

/// Marks the range from where the press began up to here; the press itself takes an earlier one away.
fn mark(view: View, x: f64, pressed: bool) {
    let time = time_at(view, x);
    let other = view.ask.pivot.get_value().filter(|_| !pressed);
    view.ask.pivot.set_value(Some(other.unwrap_or(time)));
    view.ask.set_range(other.map(|other| (other, time)));
}

/// Keeps the browser from scrolling while fingers do something else on `element`.
pub fn hold(gestures: Gestures, element: &EventTarget) {
    let listener: Closure<dyn Fn(web_sys::Event)> = Closure::new(move |ev: web_sys::Event| {
        if gestures.holds() {
            ev.prevent_default();
        }
    });
    listen(element, "touchmove", listener.into_js_value());
}

/// Listens for as long as the timeline is there, and may keep the browser from what it would do.
fn listen(element: &EventTarget, name: &'static str, listener: JsValue) {
    let options = web_sys::AddEventListenerOptions::new();
    options.set_passive(false);
    let function = listener.unchecked_ref();
    let _ = element.add_event_listener_with_callback_and_add_event_listener_options(name, function, &options);
    let held = StoredValue::new_local((listener, element.clone()));
    on_cleanup(move || {
        held.try_update_value(|(listener, element)| {
            let _ = element.remove_event_listener_with_callback(name, listener.unchecked_ref());
        });
    });
}
