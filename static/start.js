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

// Watches the page's start: where that fails, the visitor reads why instead of looking at nothing.
(() => {
  const waiting = document.getElementById("waiting");
  const say = (text) => {
    if (waiting?.isConnected) waiting.textContent = text;
  };
  if (typeof WebAssembly !== "object") {
    return say("Interleave needs WebAssembly, which this browser lacks or forbids. Any current browser has it.");
  }
  const slow = setTimeout(() => say("Loading Interleave …"), 400);
  const failed = (why) => {
    clearTimeout(slow);
    say(`Interleave could not be loaded: ${why}. Reload the page to try again.`);
  };
  addEventListener("unhandledrejection", (e) => failed(e.reason?.message ?? e.reason));
  addEventListener("error", (e) => e.message && failed(e.error?.message ?? e.message), { once: true });
})();
