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
import { Compartment, EditorState, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";

const highlighting = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.controlKeyword, tags.self], color: "var(--code-keyword, #8f59dc)" },
  { tag: [tags.string, tags.special(tags.string), tags.character], color: "var(--code-string, #06877b)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--code-number, #b06a00)" },
  { tag: tags.comment, color: "var(--code-comment, #6b7685)", fontStyle: "italic" },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.function(tags.variableName))], color: "var(--code-function, #2f6fde)" },
  { tag: tags.function(tags.variableName), color: "var(--code-function, #2f6fde)" },
  { tag: [tags.className, tags.definition(tags.className), tags.typeName], color: "var(--code-type, #06877b)" },
  { tag: [tags.standard(tags.variableName), tags.meta], color: "var(--code-builtin, #06877b)" },
  { tag: [tags.operator, tags.punctuation, tags.bracket], color: "var(--code-operator, inherit)" },
  { tag: tags.invalid, color: "var(--editor-error, #b0040a)" },
]);

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
  ".cm-mark": { boxShadow: "inset 3px 0 var(--mark-default, #2f6fde)" },
};

const markEffect = StateEffect.define();
const marks = StateField.define({
  create: () => Decoration.none,
  update(set, transaction) {
    set = set.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(markEffect)) continue;
      const { doc } = transaction.state;
      const ranges = effect.value
        .filter(({ line }) => line >= 1 && line <= doc.lines)
        .map(({ line, kind }) => {
          const name = String(kind ?? "default").replace(/[^a-z0-9-]/gi, "");
          const style = `box-shadow: inset 3px 0 var(--mark-${name}, var(--mark-default, #2f6fde))`;
          return Decoration.line({ class: `cm-mark cm-mark-${name}`, attributes: { style } }).range(doc.line(line).from);
        });
      set = Decoration.set(ranges, true);
    }
    return set;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Wasm callers may hand lists as JSON text. */
const list = (value) => (typeof value === "string" ? JSON.parse(value) : Array.from(value ?? []));

/**
 * Makes an editor in `parent`. `onChange(text)` follows every edit of the person, not `setDoc`; `onRun()` follows ctrl/cmd+Enter.
 * Offsets are UTF-16 code units, lines count from 1.
 */
export function createEditor(parent, { doc = "", dark = false, label = "Python program", onChange, onRun } = {}) {
  const theme = new Compartment();
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

  const extensions = () => [
    lineNumbers(),
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
    keymap.of([{ key: "Mod-Enter", run, preventDefault: true }, { key: "Escape", run: leave }, ...defaultKeymap, ...historyKeymap, indentWithTab]),
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0", autocapitalize: "off", autocorrect: "off", spellcheck: "false" }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged && !quiet) onChange?.(update.state.doc.toString());
    }),
  ];
  const fresh = (text) => EditorState.create({ doc: text, extensions: extensions() });
  const view = new EditorView({ state: fresh(doc), parent });

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
    /** `[{from, to, message, severity}]`; severity is error, warning or info. */
    setDiagnostics(diagnostics) {
      const end = view.state.doc.length;
      const inside = list(diagnostics).map(({ from, to, message, severity = "error" }) => {
        const start = Math.max(0, Math.min(from, end));
        return { from: start, to: Math.max(start, Math.min(to, end)), message, severity };
      });
      view.dispatch(setDiagnostics(view.state, inside));
    },
    /** `[{line, kind}]`: the lines at which threads stand. */
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
