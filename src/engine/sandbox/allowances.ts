import { type Allowance, fullAllowance } from "./checked/reading";
import { limits } from "./limits";

/** What one run may still show. It grows again slowly, so that a chart may move its tip for hours. */
export function runAllowance(now: () => number): () => Allowance {
  const left = fullAllowance();
  let at = now();
  return () => {
    const seconds = (now() - at) / 1000;
    at = now();
    left.nodes = Math.min(limits.nodes, left.nodes + seconds * limits.nodesBack);
    left.characters = Math.min(limits.characters, left.characters + seconds * limits.charactersBack);
    return left;
  };
}
