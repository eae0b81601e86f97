//! `static/editor.js` as Rust sees it: one function that makes an editor, and the editor's methods.

use std::time::Duration;

use js_sys::{Object, Reflect};
use leptos::prelude::{document, set_timeout};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    type Editor;

    /// Has the script loaded that defines it (`start.js`).
    #[wasm_bindgen(catch, js_name = interleaveEdit)]
    fn load() -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = interleaveEditor, js_name = createEditor)]
    fn create_editor(parent: &HtmlElement, options: &Object) -> Result<Editor, JsValue>;

    #[wasm_bindgen(method, js_name = setDoc)]
    fn set_doc(this: &Editor, text: &str);

    #[wasm_bindgen(method, js_name = setTheme)]
    fn set_theme(this: &Editor, dark: bool);

    #[wasm_bindgen(method, js_name = setReadOnly)]
    fn set_read_only(this: &Editor, fixed: bool);

    /// `[{from, to, message, severity}]` as JSON.
    #[wasm_bindgen(method, js_name = setDiagnostics)]
    fn set_diagnostics(this: &Editor, list: &str);

    /// `[{line, kind, name}]` as JSON.
    #[wasm_bindgen(method, js_name = markLines)]
    fn mark_lines(this: &Editor, list: &str);

    /// Lines as JSON.
    #[wasm_bindgen(method, js_name = setBreaks)]
    fn set_breaks(this: &Editor, lines: &str);

    #[wasm_bindgen(method, js_name = revealLine)]
    fn reveal_line(this: &Editor, line: u32);

    #[wasm_bindgen(method)]
    fn focus(this: &Editor);
}

/// What an editor begins with and calls.
pub struct Options {
    pub text: String,
    /// Where the caret stands, in UTF-16 units.
    pub caret: u32,
    pub dark: bool,
    pub on_change: Box<dyn Fn(String)>,
    pub on_run: Box<dyn Fn()>,
    /// The lines with breakpoints, as JSON.
    pub on_breaks: Box<dyn Fn(Vec<u32>)>,
    /// Run to a line.
    pub on_run_to: Box<dyn Fn(u32)>,
}

/// An editor on the page.
#[derive(Clone)]
pub struct Handle(std::rc::Rc<Editor>);

/// Asks for the script, which otherwise comes after the first picture, or not at all.
pub fn wanted() {
    // Without it the plain area stays.
    let _ = load();
}

/// Calls back once the script has run; never, where it cannot be loaded.
pub fn when_loaded(then: impl FnOnce() + 'static) {
    let loaded = Reflect::has(&js_sys::global(), &"interleaveEditor".into()).unwrap_or(false);
    if loaded {
        return then();
    }
    if let Some(script) = document().get_element_by_id("editor-script") {
        // Not in the task in which the script has run: both take their time, and the page is to answer in between.
        let then = Closure::once_into_js(move || set_timeout(then, Duration::ZERO));
        // An element takes listeners for as long as it lives.
        let _ = script.add_event_listener_with_callback("load", then.unchecked_ref());
    }
}

impl Handle {
    /// `None` when the script is not what it should be.
    pub fn create(parent: &HtmlElement, options: Options) -> Option<Handle> {
        let object = Object::new();
        let set = |key: &str, value: JsValue| Reflect::set(&object, &key.into(), &value);
        set("doc", options.text.into()).ok()?;
        set("caret", options.caret.into()).ok()?;
        set("dark", options.dark.into()).ok()?;
        set("onChange", Closure::<dyn Fn(String)>::new(options.on_change).into_js_value()).ok()?;
        set("onRun", Closure::<dyn Fn()>::new(options.on_run).into_js_value()).ok()?;
        set("onBreaks", Closure::<dyn Fn(Vec<u32>)>::new(options.on_breaks).into_js_value()).ok()?;
        set("onRunTo", Closure::<dyn Fn(u32)>::new(options.on_run_to).into_js_value()).ok()?;
        create_editor(parent, &object).ok().map(|e| Handle(std::rc::Rc::new(e)))
    }

    pub fn set_text(&self, text: &str) {
        self.0.set_doc(text);
    }

    pub fn set_theme(&self, dark: bool) {
        self.0.set_theme(dark);
    }

    pub fn set_read_only(&self, fixed: bool) {
        self.0.set_read_only(fixed);
    }

    /// From, to (UTF-16 offsets) and message of each: of what is wrong, and of what will not work.
    pub fn set_diagnostics(&self, errors: &[(u32, u32, String)], warnings: &[(u32, u32, String)]) {
        let all = errors.iter().map(|d| (d, "error")).chain(warnings.iter().map(|d| (d, "warning")));
        let list: Vec<_> = all
            .map(|((from, to, message), severity)| {
                jzon::object! {"from": *from, "to": *to, "message": message.as_str(), "severity": severity}
            })
            .collect();
        self.0.set_diagnostics(&jzon::stringify(list));
    }

    /// Line and kind of mark of each, and what is written behind the line.
    pub fn mark_lines(&self, list: &[(u32, &str, String)]) {
        let list: Vec<_> = list
            .iter()
            .map(|(line, kind, name)| jzon::object! {"line": *line, "kind": *kind, "name": name.as_str()})
            .collect();
        self.0.mark_lines(&jzon::stringify(list));
    }

    pub fn set_breaks(&self, lines: &[u32]) {
        self.0.set_breaks(&jzon::stringify(lines.to_vec()));
    }

    pub fn reveal(&self, line: u32) {
        self.0.reveal_line(line);
    }

    pub fn focus(&self) {
        self.0.focus();
    }
}
