// Which parts of a program have which colour, by name: `--code-<name>` in the style sheet. The editor and the embed's poster share it.

import { tags } from "@lezer/highlight";

export const colours = [
  { tag: [tags.keyword, tags.modifier, tags.controlKeyword, tags.self], name: "keyword" },
  { tag: [tags.string, tags.special(tags.string), tags.character], name: "string" },
  { tag: [tags.number, tags.bool, tags.null], name: "number" },
  { tag: tags.comment, name: "comment" },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.function(tags.variableName))], name: "function" },
  { tag: tags.function(tags.variableName), name: "function" },
  { tag: [tags.className, tags.definition(tags.className), tags.typeName], name: "type" },
  { tag: [tags.standard(tags.variableName), tags.meta], name: "builtin" },
];
