// The editor's styles as sheets that scripts may make, in place of the style elements of `style-mod`, which the page's
// Content-Security-Policy forbids. The bundle takes this file for that package.

import { StyleModule as Plain } from "../../../node_modules/style-mod/src/style-mod.js";

const sheets = new WeakMap();

function sheet(module) {
  if (!sheets.has(module)) {
    const made = new CSSStyleSheet();
    made.replaceSync(module.getRules());
    sheets.set(module, made);
  }
  return sheets.get(module);
}

export class StyleModule extends Plain {
  /** Puts modules into a root, in this order; what it had before stays before them. */
  static mount(root, modules) {
    const wanted = [modules].flat().map(sheet);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((other) => !wanted.includes(other)), ...wanted];
  }
}
