// Types of what Interleave offers to other scripts. What stands here stays: later versions add to it, but neither take away nor change.
//
// The page: `window.interleave`. Embeds: messages of `{interleave: 1, type: …}` to and from their frame, see `ToEmbed` and `FromEmbed`.

export {};

declare global {
  interface Window {
    interleave: Interleave;
  }
  interface HTMLElementTagNameMap {
    "interleave-playground": HTMLElement;
  }
}

/** What the page offers: running programs without touching what it shows. */
export interface Interleave {
  readonly version: string;
  /** Fulfilled when the engine can run. */
  readonly ready: Promise<void>;
  /** Runs a program to its end. Rejected when `source` or an option is not what it should be, or the engine fails; a program that fails is a result. */
  run(source: string, options?: RunOptions): Promise<RunResult>;
  /** Ends all runs, those of the page too. */
  cancel(): void;
}

/** The simulated machine. What is left out is as on the page. */
export interface RunOptions {
  /** 1 to 64; 2 when not given. */
  cores?: number;
  /** `false` is a free-threaded build of Python. */
  gil?: boolean | "on" | "off";
  /** Whose rules the interpreter follows; 3.13 when not given. */
  python?: "3.9" | "3.10" | "3.11" | "3.12" | "3.13" | "3.14";
  /** Which thread goes on when several could; `fair` is as Linux does. */
  schedule?: string;
  /** Per cent of the cores that other programs take. */
  load?: number;
  /** Milliseconds that sleeps and time-outs end late at most. */
  late?: number;
  /** What random numbers start from. */
  seed?: number;
  /** CPU speed: 1 is the machine that the costs were measured on. */
  speed?: number;
  /** Milliseconds until network hosts answer. */
  latency?: number;
  /** Milliseconds that a thread may keep the GIL when another waits. */
  switchInterval?: number;
  hosts?: Record<string, number | HostOptions>;
  /** Costs and speed of a computer: the line that the program of `interleave measure` printed there. */
  measured?: string;
  /** What something costs, nanoseconds by the keys of *Costs*: `wake`, `local`, `fork`. Out of range, the promise is rejected with the range. */
  prices?: Record<string, number>;
  /** Stretches the bounds at which runs are ended, 1 to 64 times. */
  longer?: number;
  /** Modules and data beside the program; the text of `stdin` is what `input()` reads. */
  files?: Record<string, string>;
}

/** A host of the simulated network. Its key is its name; `*` is every other host. */
export interface HostOptions {
  /** Milliseconds. */
  latency: number;
  /** Milliseconds more, drawn from the seed. */
  jitter?: number;
  spread?: "uniform" | "log-normal";
  /** Share of requests from 0 to 1 that fail, and that are never answered. */
  errors?: number;
  timeouts?: number;
  /** Requests that are served at a time; 0 is no limit. */
  concurrency?: number;
  /** Bytes per second; 0 is no limit. */
  bandwidth?: number;
  /** What it answers. */
  body?: string;
}

export interface RunResult {
  stdout: string;
  stderr: string;
  /** Python's exit status; 2 not run or not supported, 3 a limit, 4 deadlock, 130 stopped. */
  exit: number;
  /** How long the program took on the simulated machine, and here. */
  virtual_ms: number;
  wall_ms: number;
  stats: RunStats;
  /** The same for the same program and machine on every computer. */
  trace_hash: string;
}

export interface RunStats {
  virtual_seconds: number;
  wall_seconds: number;
  instructions: number;
  context_switches: number;
  gil_switches: number;
  threads: number;
  tasks: number;
  processes: number;
  spans: number;
  trace_hash: string;
}

/** The parameters of an embed: `embed/#<link>&view=timeline&run=visible`. */
export interface EmbedParameters {
  /** What there is to see. Split: program and timeline, one beside the other from 600 pixels on, else in tabs. */
  view?: "split" | "timeline" | "code" | "output";
  /** When it runs. */
  run?: "click" | "visible" | "load";
  /** Whether the reader may change the program. */
  edit?: "yes" | "no";
  theme?: "auto" | "light" | "dark";
  /** Which tab is open where it is narrow. */
  tab?: "code" | "timeline" | "output";
  /** Parts that are not there, with commas: title, variants, bar, headline, play, output, tools, open. */
  hide?: string;
  /** Lines that are marked, such as `3,7-9`; `off` hides the numbers. */
  lines?: string;
  /** How much of the run's time passes in a second of playing: 0.1 is a tenth; 0 plays all of it in ten seconds. */
  speed?: number;
  /** Its height in pixels, in place of the one that it needs. */
  height?: number;
  cores?: number;
  gil?: "on" | "off";
  /** Milliseconds. */
  latency?: number;
  switch?: number;
  /** CPU speed. */
  cpu?: number;
  seed?: number;
}

/** What an embed takes. It answers the first `ping` with `ready`, and from then on takes orders from that origin alone. */
export type ToEmbed = { interleave: 1 } & (
  | { type: "ping"; id?: string | number }
  | { type: "run" }
  /** Puts the playhead there: virtual milliseconds. Runs the program if it has not been. */
  | { type: "seek"; t: number }
  /** Another text of the variant that is shown; at most 200,000 characters. */
  | { type: "setCode"; code: string }
  | { type: "setParam"; name: keyof EmbedParameters; value: string | number }
);

/** What an embed says. `ready` and `height` come from the beginning, the others after a `ping`. */
export type FromEmbed = { interleave: 1 } & (
  | { type: "ready"; height: number; id?: string | number; title?: string; variants?: string[]; running?: boolean }
  /** The height in pixels that it needs; again when that changes. */
  | { type: "height"; height: number }
  | { type: "run"; state: "started"; variant: string }
  | { type: "run"; state: "finished"; variant: string; virtual_ms: number; ending: string; exit: number }
  /** Where the playhead stands, in virtual milliseconds. */
  | { type: "time"; t: number | null }
  | { type: "select"; span: Span | null }
  | { type: "error"; message: string }
);

/** A selected span of the timeline; times in virtual milliseconds. */
export interface Span {
  lane: number;
  /** The lane's: `t1 api1()`. */
  name: string;
  state: "running" | "ready" | "gil" | "blocked" | "sleeping" | "network" | "awaiting";
  label: string;
  line: number;
  start: number;
  end: number;
}
