import { describe, expect, test } from "vitest";
import {
  blocked,
  downstream,
  errorsOf,
  link,
  nearest,
  plan,
  upstream,
  type GraphError,
} from "../../../src/engine/graph";
import { graph } from "./written-graph";

function written(error: GraphError): string {
  if (error.kind === "missing-name")
    return `${error.node.label} misses ${error.name} (${error.candidates.join(" ")})`;
  const labels = error.nodes.map((node) => node.label).join(" ");
  return error.kind === "circle" ? `circle ${labels}` : `${error.name} twice: ${labels}`;
}

function errors(text: string): string[] {
  return link(graph(text)).errors.map(written);
}

describe("plan", () => {
  const diamond = link(graph("a\nb <- a\nc <- b a\nd"));

  test("runs a changed cell and everything after it, inputs first", () => {
    expect(plan(diamond, ["a"])).toEqual(["a", "b", "c"]);
  });

  test("leaves alone what does not read the change", () => {
    expect(plan(diamond, ["b"])).toEqual(["b", "c"]);
    expect(plan(diamond, ["d"])).toEqual(["d"]);
    expect(plan(diamond, [])).toEqual([]);
  });

  test("does not care in which order cells stand", () => {
    expect(plan(link(graph("c <- b a\nb <- a\nd\na")), ["a"])).toEqual(["a", "b", "c"]);
  });

  test("keeps the order of the document where the links allow it", () => {
    expect(plan(link(graph("z\ny\nx <- w\nw\nv")), ["v", "w", "x", "y", "z"])).toEqual([
      "z",
      "y",
      "w",
      "x",
      "v",
    ]);
  });

  test("ignores what is not in the graph", () => {
    expect(plan(diamond, ["gone", "d"])).toEqual(["d"]);
  });

  test("leaves a circle out and runs the rest", () => {
    const linked = link(graph("a\nb <- a c\nc <- b\nd <- c\ne <- a"));
    expect(plan(linked, ["a"])).toEqual(["a", "d", "e"]);
    expect([...blocked(linked).keys()]).toEqual(["b", "c", "d"]);
  });
});

describe("link", () => {
  test("compares names as DuckDB does", () => {
    const linked = link(graph("a = Events\nb <- EVENTS events\nc = Été\nd <- été"));
    expect(linked.inputs.get("b")).toEqual(["a"]);
    expect(linked.errors.map(written)).toEqual(["D misses été (Été)"]);
  });

  test("gives inputs and outputs in document order", () => {
    const linked = link(graph("c <- b a\na\nb\nd <- b a"));
    expect(linked.inputs.get("c")).toEqual(["a", "b"]);
    expect(linked.outputs.get("a")).toEqual(["c", "d"]);
  });

  test("links a node that defines several names once", () => {
    expect(link(graph("a = x y\nb <- x y")).inputs.get("b")).toEqual(["a"]);
  });

  test("names both who define a name, and blocks them and their readers only", () => {
    const text = "a = x\nb = X\nc <- x\nd";
    expect(errors(text)).toEqual(["x twice: A B"]);
    expect([...blocked(link(graph(text))).keys()]).toEqual(["a", "b", "c"]);
  });

  test("names the members of a circle in the order of reading", () => {
    expect(errors("d <- c\na <- d\nb <- a\nc <- b")).toEqual(["circle D A B C"]);
  });

  test("reports separate circles separately, and not what lies between them", () => {
    expect(errors("a <- b\nb <- a\nm <- a\nc <- d m\nd <- c")).toEqual(["circle A B", "circle C D"]);
  });

  test("reports circles that share a member as one", () => {
    expect(errors("a <- b c\nb <- a\nc <- a")).toEqual(["circle A B C"]);
  });

  test("sees a cell that reads itself", () => {
    expect(errors("a <- a")).toEqual(["circle A"]);
  });

  test("names what is missing with the nearest names, and lets it try", () => {
    const linked = link(graph("events\nevent_days\nb <- evnets\nc <- nothing"));
    expect(linked.errors.map(written)).toEqual(["B misses evnets (events)", "C misses nothing ()"]);
    expect(blocked(linked).size).toBe(0);
    expect(plan(linked, ["b"])).toEqual(["b"]);
  });

  test("takes no nodes", () => {
    expect(link([])).toMatchObject({ nodes: [], errors: [] });
  });
});

test("errorsOf gives the errors a node is part of", () => {
  const linked = link(graph("a = x\nb = x\nc <- y x"));
  expect(errorsOf(linked, "a").map(written)).toEqual(["x twice: A B"]);
  expect(errorsOf(linked, "c").map(written)).toEqual(["C misses y ()"]);
});

test("downstream and upstream go all the way, without where they began", () => {
  const linked = link(graph("d <- c\nc <- b\nb <- a\na\ne"));
  expect(downstream(linked, ["a"])).toEqual(["d", "c", "b"]);
  expect(upstream(linked, ["d"])).toEqual(["c", "b", "a"]);
  expect(downstream(linked, ["e", "a"])).toEqual(["d", "c", "b"]);
});

test("nearest allows one slip in three letters", () => {
  expect(nearest("ordres", ["orders", "order", "Borders", "events"])).toEqual(["orders", "order", "Borders"]);
  expect(nearest("ab", ["ba", "cd", "abc"])).toEqual(["ba", "abc"]);
  expect(nearest("EVENTS", ["events"])).toEqual(["events"]);
  expect(nearest("a".repeat(100_000), ["a".repeat(100_001)])).toEqual([]);
});
