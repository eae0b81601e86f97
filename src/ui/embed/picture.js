// The poster's picture: the rows of a stored summary as bars, as coarse as they were stored, with the timeline's heights and patterns.

const SVG = "http://www.w3.org/2000/svg";
const ROW = 22;
const PAD = 6;
/** Above the rows: from when to when. */
const AXIS = 24;
/** Part of a row's height that a state takes, and where it begins. */
const HEIGHTS = { running: [1, 0], ready: [1, 0], gil: [1, 0], blocked: [0.6, 0.2] };

/** An SVG element with attributes, in its parent. */
export const shape = (tag, attributes, parent) => {
  const one = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
  parent?.append(one);
  return one;
};

/** Lines over the colour: states are told apart also without it. */
function patterns(svg) {
  const defs = shape("defs", {}, svg);
  const draw = (id, size, d) => {
    const pattern = shape("pattern", { id, width: size, height: size, patternUnits: "userSpaceOnUse" }, defs);
    shape("path", { d, class: "hatch" }, pattern);
  };
  draw("hatch-ready", 5, "M-1 1l2 -2M0 5l5 -5M4 6l2 -2");
  draw("hatch-gil", 5, "M0 0l5 5M0 5l5 -5");
  draw("hatch-blocked", 4, "M2 0v4");
}

/** How high a summary's picture is. */
export const heightOf = (summary) => summary.rows.length * ROW + 2 * PAD + AXIS;

/** Draws a summary into an element, as wide as that is. */
export function draw(place, summary) {
  const width = Math.max(200, place.clientWidth);
  const longest = Math.max(...summary.rows.map((row) => [...row.name].length * 6.8 + row.depth * 10));
  const gutter = Math.min(longest + 20, 180, width / 3);
  const height = heightOf(summary);
  const lanes = width - gutter - 8;
  const svg = shape("svg", { width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", class: "bars" });
  patterns(svg);
  const marks = [[gutter + 18, "0 s"], [gutter + lanes, summary.time.split(",")[0]]];
  for (const [x, text] of marks) shape("text", { x, y: AXIS - 4, class: "axis" }, svg).textContent = text;
  for (const [n, row] of summary.rows.entries()) {
    const top = AXIS + PAD + n * ROW;
    const most = Math.max(1, Math.floor((gutter - 16 - row.depth * 10) / 6.8));
    const letters = [...row.name];
    const words = shape("text", { x: 10 + row.depth * 10, y: top + 15 }, svg);
    words.textContent = letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : row.name;
    const x = (column) => gutter + (Math.min(column, summary.columns) / summary.columns) * lanes;
    const bar = ROW - 6;
    if (row.runs.length) shape("rect", { x: gutter, y: top + 3, width: lanes, height: bar, class: "bed" }, svg);
    for (const { state, from, to } of row.runs) {
      const [left, wide] = [x(from), Math.max(1, x(to) - x(from))];
      const [share, above] = HEIGHTS[state] ?? [2 / bar, 0.5 - 1 / bar];
      const box = { x: left, y: top + 3 + bar * above, width: wide, height: bar * share };
      shape("rect", { ...box, class: state }, svg);
      if (state !== "running" && state !== "waiting") shape("rect", { ...box, fill: `url(#hatch-${state})` }, svg);
    }
  }
  place.replaceChildren(svg);
}
