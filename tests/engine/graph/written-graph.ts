import type { GraphNode } from "../../../src/engine/graph";

/** `c <- b a`: c reads b and a. `c = x y <- a`: it defines x and y, not its own name. The label is the id in capitals. */
export function graph(text: string): GraphNode[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line)
    .map((line) => {
      const [left = "", reads = ""] = line.split("<-");
      const [id = "", defines = id] = left.split("=").map((part) => part.trim());
      return { id, label: id.toUpperCase(), defines: words(defines), reads: words(reads) };
    });
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word);
}
