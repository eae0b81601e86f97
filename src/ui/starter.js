// The worker's first words. Before them stand the addresses `script`, `engine`, `library` and `base`. Plain script without
// modules, since it also has to start inside a sandboxed frame.
self.library = library;
import(script)
  .then((glue) => glue.default({ module_or_path: engine }))
  .then((first) => {
    // Called by the engine when it reaches a function that was parted from it (see .ci/part): it cannot wait, so the file
    // is fetched while the worker stands still.
    self.rest = () => {
      const request = new XMLHttpRequest();
      const name = `worker_${(first.rest.value >>> 0).toString(16).padStart(8, "0")}.wasm`;
      try {
        request.open("GET", base + name, false);
        request.responseType = "arraybuffer";
        request.send();
        if (request.status !== 200) throw request.status;
      } catch (why) {
        postMessage("A part of it could not be loaded. Look whether you are online, then run again.");
        throw why;
      }
      new WebAssembly.Instance(new WebAssembly.Module(request.response), { first });
      first.loaded.value = 1;
    };
  })
  .catch((why) => postMessage(String(why)));
