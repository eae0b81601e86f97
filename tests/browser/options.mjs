/** A scenario's settings as options of `interleave.run` and as arguments of the command line. */
export function asOptions({ cores, gil, python, schedule, speed_permille, latency_us, switch_interval_us, seed, hosts }) {
  const browser = { cores, gil, python, schedule, seed, speed: speed_permille / 1000, latency: latency_us / 1000, switchInterval: switch_interval_us / 1000, hosts: {} };
  const args = ["--cores", cores, "--python", python, "--schedule", schedule, "--gil", gil ? "on" : "off", "--seed", seed, "--speed", speed_permille / 1000];
  args.push("--latency", latency_us / 1000, "--interval", switch_interval_us / 1000);
  for (const { name, latency_us: latency } of hosts) {
    browser.hosts[name] = latency / 1000;
    args.push("--host", `${name}=${latency / 1000}`);
  }
  return { browser, args: args.map(String) };
}
