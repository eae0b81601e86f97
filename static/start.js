// Starts everything once the still picture stands on the screen: the engine in its worker and beside it the page, and after that what
// may wait. Where a start fails, the visitor reads why instead of looking at nothing. The build puts this text into the page.

// Scripts that ask before the page's own code is here are answered when it is: it replaces this object and says so.
(() => {
  const arrival = new Promise((arrived) =>
    document.addEventListener("interleave", () => arrived(window.interleave), { once: true }),
  );
  window.interleave = {
    ready: arrival.then((api) => api.ready),
    run: (source, options) => arrival.then((api) => api.run(source, options)),
    cancel: () => arrival.then((api) => api.cancel()),
  };
})();

(() => {
  const place = (id) => document.getElementById(id).href;
  const beside = (address) => new URL("./", address).href;
  const { dataset } = document.currentScript;
  const embedded = "embed" in dataset;
  const library = new URL(dataset.library, document.baseURI).href;
  const addresses = { base: beside(place("engine-module")), glue: place("engine-glue"), library };

  /** A module, compiled while it arrives where the site says what it is. */
  const compiled = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`The site answered ${answer.status} for ${address}.`);
    const plain = !/^application\/wasm/.test(answer.headers.get("content-type"));
    return plain ? WebAssembly.compile(await answer.arrayBuffer()) : WebAssembly.compileStreaming(answer);
  };

  /**
   * Brings what the build has parted from a module (see .ci/part): `now` while everything stands still, for a function that was
   * called and cannot wait, `soon` beforehand. Also in the worker, so it uses nothing from around it.
   */
  function parted(first, base, stem, compiled) {
    const name = () => `${base}${stem}_${(first.rest.value >>> 0).toString(16).padStart(8, "0")}.wasm`;
    let brought;
    const join = (module) => {
      if (first.loaded.value) return;
      new WebAssembly.Instance(module, { first });
      first.loaded.value = 1;
      brought = module;
    };
    return {
      join,
      /** What was brought, if it was. */
      module: () => brought,
      now() {
        const request = new XMLHttpRequest();
        request.open("GET", name(), false);
        // A window gives a request that blocks nothing but text: its low bytes are the file.
        request.overrideMimeType("text/plain; charset=x-user-defined");
        request.send();
        if (request.status !== 200) throw new Error(`The site answered ${request.status}.`);
        join(new WebAssembly.Module(Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0))));
      },
      async soon() {
        if (!first.rest || first.loaded.value) return;
        const module = await compiled(name());
        // Compiling and joining are tasks of their own.
        await new Promise((next) => setTimeout(next));
        join(module);
      },
    };
  }

  /** What a worker does first. Plain script without modules, since it also has to start inside a sandboxed frame. */
  function engine({ base, glue, library }, parted, compiled) {
    self.library = library;
    const tell = postMessage.bind(self);
    const given = new Promise((arrived) => {
      addEventListener("message", function first({ data }) {
        // What the page says before it, it says too early.
        if (!(data instanceof WebAssembly.Module || data.port)) return;
        removeEventListener("message", first);
        arrived(data);
      });
    });
    Promise.all([import(glue), given])
      .then(async ([code, given]) => {
        // A process of a live run talks with the engine that it comes from.
        const { port } = given;
        self.interleaveApart = Boolean(port);
        if (port) self.postMessage = (data, parts) => port.postMessage(data, parts);
        const first = await code.default({ module_or_path: port ? given.module : given });
        const handles = first.__wbindgen_externrefs;
        const rest = parted(first, base, "worker", compiled);
        // Called by the engine when it reaches a function that was parted from it.
        self.interleaveRest = () => {
          try {
            rest.now();
          } catch (why) {
            postMessage("A part of it could not be loaded. Look whether you are online, then run again.");
            throw why;
          }
        };
        // Another worker for a process of a live run. The page makes it, since not every worker can.
        const ends = [];
        self.interleaveHire = (heard, broke) => {
          const { port1, port2 } = new MessageChannel();
          const hand = ends.push(broke) - 1;
          port1.onmessage = ({ data }) => heard(data);
          postMessage({ hand, port: port2, rest: rest.module() }, [port2]);
          const terminate = () => {
            port1.close();
            postMessage({ hand });
          };
          return { postMessage: (data, parts) => port1.postMessage(data, parts), terminate };
        };
        // All that the engine is, between two of its steps: its memory, and which of its handles are its scope. No others are used.
        self.interleaveCopy = () => {
          const own = [];
          for (let at = 0; at < handles.length; at++) if (handles.get(at) === self) own.push(at);
          return { memory: first.memory.buffer.slice(0), handles: handles.length, own };
        };
        if (!port) {
          return addEventListener("message", ({ data }) => {
            if (data === "rest") rest.soon().catch(() => {});
            ends[data.broke]?.();
          });
        }
        if (given.rest) rest.join(given.rest);
        const begin = ({ copy, birth }) => {
          const { memory } = first;
          const bytes = new Uint8Array(copy.memory);
          const more = bytes.length - memory.buffer.byteLength;
          if (more > 0) memory.grow(more / 65536);
          new Uint8Array(memory.buffer).set(bytes);
          if (copy.handles > handles.length) handles.grow(copy.handles - handles.length);
          copy.own.forEach((at) => handles.set(at, self));
          code.adopt(new Uint8Array(birth));
          port.onmessage = ({ data }) => code.hear(new Uint8Array(data));
        };
        port.onmessage = ({ data }) => begin(data);
        port.postMessage("ready");
      })
      .catch((why) => tell(String(why)));
  }

  let module;
  let latest;
  /** A worker from a blob, so that it also starts in a sandboxed frame, where it may not come from the page's own origin. */
  let address;
  const begun = () => {
    const text = `(${engine})(${JSON.stringify(addresses)}, ${parted}, ${compiled})`;
    address ??= URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    return new Worker(address);
  };
  /** Makes the workers that an engine asks for, and ends them with it. */
  const lead = (engine) => {
    const hands = new Map();
    engine.addEventListener("message", (event) => {
      const { hand, port, rest } = event.data;
      if (hand === undefined) return;
      event.stopImmediatePropagation();
      hands.get(hand)?.terminate();
      hands.delete(hand);
      if (!port) return;
      const broke = () => engine.postMessage({ broke: hand });
      try {
        const worker = begun();
        hands.set(hand, worker);
        worker.onerror = worker.onmessage = broke;
        module.then((module) => worker.postMessage({ module, rest, port }, [port]), broke);
      } catch {
        broke();
      }
    });
    const end = engine.terminate.bind(engine);
    engine.terminate = () => {
      hands.forEach((worker) => worker.terminate());
      hands.clear();
      end();
    };
  };
  const hire = () => {
    const worker = begun();
    lead(worker);
    module ??= compiled(place("engine-module"));
    module.then(
      (module) => worker.postMessage(module),
      (why) => {
        module = undefined;
        worker.dispatchEvent(new MessageEvent("message", { data: String(why) }));
      },
    );
    latest = worker;
    return worker;
  };

  // The first worker begins before there is a page to hear it; what it says meanwhile is kept.
  let early;
  const kept = [];
  let heard, ended;
  const prepare = () => {
    try {
      early = hire();
      early.onmessage = ({ data }) => kept.push(() => heard(data));
      early.onerror = () => kept.push(() => ended());
    } catch {
      // The page tries again and says what is wrong.
    }
  };
  window.interleaveWorker = (onmessage, onerror) => {
    const first = early;
    const worker = first ?? hire();
    early = undefined;
    worker.onmessage = ({ data }) => onmessage(data);
    worker.onerror = () => onerror();
    if (first) {
      [heard, ended] = [onmessage, onerror];
      setTimeout(() => kept.splice(0).forEach((tell) => tell()));
    }
    return worker;
  };

  /** What follows is a task of its own. */
  const pause = () => new Promise((next) => setTimeout(next));
  /** Comes when something is seen: until then nothing is loaded, compiled or made that would take its time. */
  const painted = new Promise((seen) => {
    // Where nobody looks nothing is painted: in a hidden page, and in a frame that is out of sight.
    if (document.hidden) return seen();
    setTimeout(seen, 1000);
    new PerformanceObserver(seen).observe({ type: "paint", buffered: true });
  });

  let rest;
  const open = async () => {
    await painted;
    prepare();
    const [glue, module] = await Promise.all([import(place("page-glue")), compiled(place("page-module"))]);
    await pause();
    const first = await glue.default({ module_or_path: module });
    rest = parted(first, beside(place("page-module")), "app", compiled);
    window.interleaveRest = rest.now;
    await pause();
    // An embed stands there while all of it comes, and then changes once.
    if (embedded) await Promise.all([rest.soon().then(whole), edit()]);
    if (document.readyState === "loading") await new Promise((ready) => addEventListener("DOMContentLoaded", ready));
    glue.begin();
  };

  // The style sheet's width: below it the program is behind a tab, and its editor comes when that is opened.
  const narrow = matchMedia("(max-width: 699px)");
  let editing;
  /** Brings the editor; a page without it has a plain text area. */
  const edit = () =>
    (editing ??= new Promise((loaded) => {
      if (window.interleaveEditor) return loaded();
      const editor = document.getElementById("editor-script");
      editor.onload = editor.onerror = loaded;
      editor.src = editor.dataset.src;
    }));

  window.interleaveEdit = edit;
  narrow.addEventListener("change", () => followed && !narrow.matches && edit());

  let whole;
  const arrived = new Promise((now) => (whole = now));
  /** Calls back when all of the page's code is there. */
  window.interleaveWhole = (then) => arrived.then(then);
  const bring = async () => {
    await rest?.soon();
    await pause();
    whole();
    latest?.postMessage("rest");
  };

  // After the first picture: the editor, then what the page and the engine will need when they are used. Where the visitor saves
  // data, that comes when they touch something.
  let followed = false;
  const follow = async () => {
    if (followed) return;
    followed = true;
    const sparing = navigator.connection?.saveData;
    if (!narrow.matches) await edit();
    if (sparing) for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => bring().catch(() => {}), { once: true });
    else await bring();
    if (narrow.matches && !sparing) await fetch(document.getElementById("editor-script").dataset.src);
    // From now on without a network; not in frames, nor where the visitor saves data.
    if (dataset.offline && window === window.top && !sparing) await navigator.serviceWorker?.register(dataset.offline);
  };
  const idle = window.requestIdleCallback ?? setTimeout;
  try {
    // Drawn, and in the place of the still picture.
    const awaited = ["interleave-first-timeline", "interleave-open"];
    new PerformanceObserver(() => {
      if (awaited.every((name) => performance.getEntriesByName(name).length)) idle(() => follow().catch(() => {}));
    }).observe({ type: "mark", buffered: true });
  } catch {
    // The clock below does it.
  }

  const say = (text) => {
    if (embedded) return window.interleaveFailed(text);
    const waiting = document.getElementById("waiting");
    if (waiting) [waiting.className, waiting.textContent] = ["said", text];
  };
  if (typeof WebAssembly !== "object") {
    return say("Interleave needs WebAssembly, which this browser lacks or forbids. Any current browser has it.");
  }
  open().then(
    () => setTimeout(() => follow().catch(() => {}), 5000),
    (why) => say(`Interleave could not be loaded: ${why?.message ?? why}. Reload the page to try again.`),
  );
})();
