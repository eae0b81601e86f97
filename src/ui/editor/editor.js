// The code editor: CodeMirror with Python highlighting, as one function for the page. `make` bundles it to static/editor.js,
// which defines the global `interleaveEditor`.
//
// Colours come from the page's custom properties, so a theme is a change of style only:
// --editor-bg, --editor-fg, --editor-gutter, --editor-active, --editor-selection, --editor-caret, --editor-error, --editor-warning,
// --code-keyword, --code-string, --code-number, --code-comment, --code-function, --code-type, --code-builtin, --code-operator,
// and for marked lines --mark-<kind>. Each has a fallback that is readable on light and dark.

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, LanguageSupport, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, RangeSet, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  drawSelection,
  EditorView,
  gutter,
  GutterMarker,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  WidgetType,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { colours } from "./colours.js";

const highlighting = HighlightStyle.define([
  ...colours.map(({ tag, name }) => ({ tag, color: `var(--code-${name}, inherit)`, ...(name === "comment" && { fontStyle: "italic" }) })),
  { tag: [tags.operator, tags.punctuation, tags.bracket], color: "var(--code-operator, inherit)" },
  { tag: tags.invalid, color: "var(--editor-error, #b0040a)" },
]);

/** Typing over a selection. Left to the browser, it would write the old text's style beside the new, which the page forbids. */
const typeOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { state } = view;
    if (event.inputType !== "insertText" || !event.data || view.composing || state.readOnly || state.selection.ranges.every((r) => r.empty)) return false;
    event.preventDefault();
    view.dispatch(state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
    return true;
  },
});

const look = {
  "&": { height: "100%", color: "var(--editor-fg, inherit)", backgroundColor: "var(--editor-bg, transparent)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-code, ui-monospace, Menlo, Consolas, monospace)", fontSize: "var(--code-size, 13px)", lineHeight: "var(--code-line, 20px)" },
  ".cm-content": { padding: "8px 0", caretColor: "var(--editor-caret, currentColor)" },
  ".cm-cursor": { borderLeftColor: "var(--editor-caret, currentColor)" },
  ".cm-gutters": { color: "var(--editor-gutter, #6b7685)", backgroundColor: "var(--editor-bg, transparent)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--editor-active, rgba(127, 127, 127, 0.08))" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "var(--editor-selection, rgba(64, 128, 255, 0.25))",
  },
  ".cm-matchingBracket": { backgroundColor: "var(--editor-selection, rgba(64, 128, 255, 0.25))", outline: "none" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--editor-error, #b0040a)", textDecorationSkipInk: "none" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--editor-warning, #c37e00)", textDecorationSkipInk: "none" },
  ".cm-tooltip": { color: "var(--editor-fg, inherit)", backgroundColor: "var(--editor-bg, Canvas)", border: "1px solid var(--editor-gutter, #6b7685)" },
  ".cm-diagnostic": { whiteSpace: "pre-wrap" },
  ".cm-breaks": { width: "14px", cursor: "pointer" },
  ".cm-breaks .cm-gutterElement": { display: "flex", alignItems: "center", justifyContent: "center" },
  ".cm-breaks .cm-gutterElement span": { width: "10px", height: "10px", borderRadius: "5px", background: "var(--editor-error, #b0040a)" },
  ".cm-breaks .cm-gutterElement:hover": { boxShadow: "inset 0 0 0 1px var(--editor-error, #b0040a)", borderRadius: "7px" },
  ".cm-lineNumbers .cm-gutterElement": { cursor: "pointer" },
  // Beside a line longer than the editor is wide it stays in view.
  ".cm-who": { position: "sticky", right: "0", display: "inline-block", marginLeft: "16px", background: "var(--editor-bg, Canvas)", fontFamily: "var(--font, system-ui)", fontSize: "11px", color: "var(--editor-gutter, #6b7685)", userSelect: "none", whiteSpace: "nowrap" },
  ".cm-who > span": { marginRight: "6px", padding: "0 5px", borderLeft: "3px solid", borderRadius: "3px", background: "var(--editor-active, rgba(127, 127, 127, 0.08))" },
  ".cm-mark-next": { backgroundColor: "var(--editor-selection, rgba(64, 128, 255, 0.25))" },
  ".cm-mark": { boxShadow: "inset 3px 0 var(--mark-default, #2f6fde)" },
};

/** Who stands at a line, written behind it. */
class Names extends WidgetType {
  constructor(names) {
    super();
    this.names = names;
  }
  eq(other) {
    return String(other.names) === String(this.names);
  }
  toDOM() {
    const all = document.createElement("span");
    all.className = "cm-who";
    for (const [kind, name] of this.names.slice(0, 6)) {
      const one = all.appendChild(document.createElement("span"));
      one.className = `cm-who-${kind}`;
      one.textContent = name;
      one.style.borderColor = `var(--mark-${kind}, var(--mark-default, #2f6fde))`;
    }
    if (this.names.length > 6) all.append(`and ${this.names.length - 6} more`);
    return all;
  }
}

const markEffect = StateEffect.define();
const marks = StateField.define({
  create: () => Decoration.none,
  update(set, transaction) {
    set = set.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(markEffect)) continue;
      const { doc } = transaction.state;
      const lines = new Map();
      for (const { line, kind, name } of effect.value) {
        if (line < 1 || line > doc.lines) continue;
        const word = String(kind ?? "default").replace(/[^a-z0-9-]/gi, "");
        lines.set(line, [...(lines.get(line) ?? []), [word, name]]);
      }
      const ranges = [];
      for (const [line, all] of lines) {
        const { from, to } = doc.line(line);
        // The bar tells of the first, the ground of what comes next.
        const kind = all[0][0];
        const style = `box-shadow: inset 3px 0 var(--mark-${kind}, var(--mark-default, #2f6fde))`;
        const kinds = [...new Set(all.map(([k]) => `cm-mark-${k}`))].join(" ");
        ranges.push(Decoration.line({ class: `cm-mark ${kinds}`, attributes: { style } }).range(from));
        const names = all.filter(([, name]) => name);
        if (names.length) ranges.push(Decoration.widget({ widget: new Names(names), side: 1 }).range(to));
      }
      set = Decoration.set(ranges, true);
    }
    return set;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const dot = new (class extends GutterMarker {
  toDOM() {
    const at = document.createElement("span");
    at.title = "Breakpoint (F9)";
    return at;
  }
})();
const breakEffect = StateEffect.define();
const breaks = StateField.define({
  create: () => RangeSet.empty,
  update(set, transaction) {
    set = set.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(breakEffect)) continue;
      const { doc } = transaction.state;
      const starts = [...new Set(effect.value)].filter((line) => line >= 1 && line <= doc.lines).map((line) => doc.line(line).from);
      set = RangeSet.of(starts.map((from) => dot.range(from)), true);
    }
    return set;
  },
});
const breakLines = (state) => {
  const lines = [];
  for (const at = state.field(breaks).iter(); at.value; at.next()) lines.push(state.doc.lineAt(at.from).number);
  return [...new Set(lines)];
};

/** Wasm callers may hand lists as JSON text. */
const list = (value) => (typeof value === "string" ? JSON.parse(value) : Array.from(value ?? []));

/**
 * Makes an editor in `parent`, with the caret at `caret`. `onChange(text)` follows every edit of the person, not `setDoc`; `onRun()` follows ctrl/cmd+Enter,
 * `onBreaks(lines)` every change of breakpoints by the person, `onRunTo(line)` the wish to go to a line.
 * Offsets are UTF-16 code units, lines count from 1.
 */
export function createEditor(parent, { doc = "", caret = 0, dark = false, label = "Python program", onChange, onRun, onBreaks, onRunTo } = {}) {
  const theme = new Compartment();
  const locked = new Compartment();
  let fixed = false;
  const themed = (isDark) => EditorView.theme(look, { dark: Boolean(isDark) });
  let quiet = false;

  const run = () => {
    onRun?.();
    return true;
  };
  // Esc leaves the editor, so that Tab is free to indent inside it.
  const leave = (view) => {
    view.contentDOM.blur();
    return true;
  };

  const toggle = (view, line, only) => {
    if (only) return onRunTo?.(line);
    const lines = breakLines(view.state);
    view.dispatch({ effects: breakEffect.of(lines.includes(line) ? lines.filter((l) => l !== line) : [...lines, line]) });
  };
  const here = (view) => view.state.doc.lineAt(view.state.selection.main.head).number;
  const pressed = (only) => (view) => {
    toggle(view, here(view), only);
    return true;
  };
  /** What can be done at a line, beside its number. */
  const offer = (view, line, { clientX, clientY }) => {
    const menu = document.body.appendChild(document.createElement("div"));
    menu.className = "cm-line-menu";
    menu.setAttribute("role", "menu");
    menu.setAttribute("aria-label", `Line ${line}`);
    let open = true;
    const close = () => {
      // Leaving the document takes the focus, which closes again.
      if (open) (open = false), menu.remove();
    };
    const item = (text, act) => {
      const button = menu.appendChild(document.createElement("button"));
      button.type = "button";
      button.setAttribute("role", "menuitem");
      button.textContent = text;
      button.addEventListener("click", () => {
        close();
        act();
      });
      return button;
    };
    const first = item("Run to here", () => toggle(view, line, true));
    const has = breakLines(view.state).includes(line);
    item(has ? "Remove the breakpoint" : "Set a breakpoint", () => toggle(view, line, false));
    menu.addEventListener("focusout", ({ relatedTarget }) => menu.contains(relatedTarget) || close());
    menu.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: 1 }[event.key];
      if (event.key === "Escape") close(), view.focus();
      else if (step) [...menu.children].find((one) => one !== document.activeElement)?.focus();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    const { width, height } = menu.getBoundingClientRect();
    menu.style.left = `${Math.max(0, Math.min(clientX, innerWidth - width))}px`;
    menu.style.top = `${Math.max(0, Math.min(clientY, innerHeight - height))}px`;
    first.focus();
  };
  // Beside the number and on it.
  const domEventHandlers = {
    contextmenu(view, block, event) {
      offer(view, view.state.doc.lineAt(block.from).number, event);
      event.preventDefault();
      return true;
    },
    mousedown(view, block, event) {
      if (event.button !== 0) return false;
      toggle(view, view.state.doc.lineAt(block.from).number, event.altKey);
      event.preventDefault();
      return true;
    },
  };

  const extensions = () => [
    typeOver,
    breaks,
    gutter({ class: "cm-breaks", markers: (view) => view.state.field(breaks), initialSpacer: () => dot, domEventHandlers }),
    lineNumbers({ domEventHandlers }),
    highlightActiveLineGutter(),
    lintGutter(),
    history(),
    drawSelection(),
    indentUnit.of("    "),
    EditorState.tabSize.of(4),
    indentOnInput(),
    bracketMatching(),
    highlightActiveLine(),
    new LanguageSupport(pythonLanguage),
    syntaxHighlighting(highlighting),
    marks,
    theme.of(themed(dark)),
    locked.of(EditorState.readOnly.of(fixed)),
    keymap.of([{ key: "Mod-Enter", run, preventDefault: true }, { key: "F9", run: pressed(false) }, { key: "Shift-F9", run: pressed(true) }, { key: "Escape", run: leave }, ...defaultKeymap, ...historyKeymap, indentWithTab]),
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0", autocapitalize: "off", autocorrect: "off", spellcheck: "false" }),
    EditorView.updateListener.of((update) => {
      if (quiet) return;
      if (update.docChanged) onChange?.(update.state.doc.toString());
      if (update.state.field(breaks) !== update.startState.field(breaks)) onBreaks?.(breakLines(update.state));
    }),
  ];
  const fresh = (text, anchor = 0) => EditorState.create({ doc: text, selection: { anchor: Math.min(anchor, text.length) }, extensions: extensions() });
  const view = new EditorView({ state: fresh(doc, caret), parent });

  return {
    getDoc: () => view.state.doc.toString(),
    /** Another program: the undo history starts anew. The same text changes nothing. */
    setDoc(text) {
      if (text === view.state.doc.toString()) return;
      quiet = true;
      view.setState(fresh(text));
      quiet = false;
    },
    setTheme(isDark) {
      dark = isDark;
      view.dispatch({ effects: theme.reconfigure(themed(isDark)) });
    },
    /** Whether the text is only read. */
    setReadOnly(isFixed) {
      fixed = isFixed;
      view.dispatch({ effects: locked.reconfigure(EditorState.readOnly.of(isFixed)) });
    },
    /** `[{from, to, message, severity}]`; severity is error, warning or info. */
    setDiagnostics(diagnostics) {
      const end = view.state.doc.length;
      const inside = list(diagnostics).map(({ from, to, message, severity = "error" }) => {
        const start = Math.max(0, Math.min(from, end));
        return { from: start, to: Math.max(start, Math.min(to, end)), message, severity };
      });
      view.dispatch(setDiagnostics(view.state, inside));
    },
    setBreaks(lines) {
      quiet = true;
      view.dispatch({ effects: breakEffect.of(list(lines)) });
      quiet = false;
    },
    /** `[{line, kind, name}]`: the lines at which threads stand, and what is written behind them. */
    markLines(lines) {
      view.dispatch({ effects: markEffect.of(list(lines)) });
    },
    revealLine(line) {
      const { doc: text } = view.state;
      const { from } = text.line(Math.max(1, Math.min(line, text.lines)));
      view.dispatch({ effects: EditorView.scrollIntoView(from, { y: "center" }) });
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
