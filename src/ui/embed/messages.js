// Messages between an embed and the page around it: `{interleave: 1, type, …}`. The embed says `ready` and `height` to anybody, since
// they tell nothing; everything else only after a `ping`, and only to the origin that the ping came from. Orders are taken from the
// window around alone, from the origin that pinged first, and only in the right shape; everything else is as if it had not come.

const VERSION = 1;
const OPEN = ["ready", "height"];
const MAX_CODE = 200_000;

/**
 * `orders` does what is asked (`run`, `seek`, `setCode`, `setParam`), `fits(name, value)` knows the parameters, `greeting()` is what
 * `ready` tells. Gives `open()`, which begins to listen and says `ready`, and `tell(type, detail)`.
 */
export function converse({ orders, fits, greeting }) {
  const framed = window.parent !== window;
  /** The origin that has pinged; "null" is one of a page without an origin. */
  let partner;
  let lastHeight;

  const send = (type, detail, to) => window.parent.postMessage({ ...detail, interleave: VERSION, type }, to);
  const address = () => (partner === undefined || partner === "null" ? "*" : partner);
  const tell = (type, detail) => {
    if (!framed || (partner === undefined && !OPEN.includes(type))) return;
    if (type === "height" && detail.height === lastHeight) return;
    if (type === "height") lastHeight = detail.height;
    send(type, detail, address());
  };

  /** What each order needs, or `undefined` where its shape is wrong. */
  const shapes = {
    run: () => [],
    seek: ({ t }) => (typeof t === "number" && t >= 0 && t < 1e12 ? [t] : undefined),
    setCode: ({ code }) => (typeof code === "string" && code.length <= MAX_CODE ? [code] : undefined),
    setParam: ({ name, value }) => (typeof name === "string" && fits(name, String(value)) && ["string", "number"].includes(typeof value) ? [name, String(value)] : undefined),
  };

  const heard = ({ data, source, origin }) => {
    if (source !== window.parent || typeof data !== "object" || data === null || data.interleave !== VERSION) return;
    if (data.type === "ping") {
      partner ??= origin;
      if (origin === partner) send("ready", { ...greeting(), ...(["string", "number"].includes(typeof data.id) && { id: data.id }) }, address());
      return;
    }
    if (origin !== partner || !Object.hasOwn(shapes, data.type)) return;
    const values = shapes[data.type](data);
    if (values) orders[data.type](...values).catch(() => {});
  };

  return {
    tell,
    open() {
      if (!framed) return;
      addEventListener("message", heard);
      const detail = greeting();
      send("ready", { height: detail.height }, "*");
      tell("height", { height: detail.height });
    },
  };
}
