// What was measured on, because a millisecond means nothing without it.
import { arch, cpus, platform, release, totalmem } from "node:os";

export function machine() {
  const processors = cpus();
  const gibibytes = (totalmem() / 2 ** 30).toFixed(0);
  const processor = processors[0]?.model.trim() || "unknown processor";
  return `${processors.length} x ${processor}, ${gibibytes} GiB, ${platform()} ${release()} ${arch()}, Node ${process.versions.node}`;
}
