// What was measured on, because a millisecond means nothing without it.
import { arch, cpus, loadavg, platform, release, totalmem } from "node:os";

export function machine() {
  const processors = cpus();
  const gibibytes = (totalmem() / 2 ** 30).toFixed(0);
  const processor = processors[0]?.model.trim() || "unknown processor";
  return `${processors.length} x ${processor}, ${gibibytes} GiB, ${platform()} ${release()} ${arch()}, Node ${process.versions.node}`;
}

/** A sentence when others use the machine too, which bends the ratios; nothing otherwise. Windows does not tell. */
export function busy() {
  const waiting = loadavg()[0];
  if (waiting < cpus().length / 2) return null;
  return `the machine was busy before this began (load ${waiting.toFixed(1)}): take the ratios with care`;
}
