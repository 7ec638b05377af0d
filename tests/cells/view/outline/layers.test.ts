import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layersOf } from "../../../../src/cells/view/outline/layers";

/** `a -> b c` in each line: b and c read a. Nodes are in the order in which they are named first. */
function drawn(text: string) {
  const links = text
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [from = "", to = ""] = line.split("->").map((part) => part.trim());
      return to ? to.split(" ").map((one) => ({ from, to: one })) : [{ from, to: "" }];
    });
  const ids = [...new Set(links.flatMap(({ from, to }) => [from, to]))].filter(Boolean);
  return layersOf(
    ids,
    links.filter(({ to }) => to),
  );
}

function columns({ rows, layerOf }: ReturnType<typeof layersOf>): string[] {
  return rows.map((id) => `${"  ".repeat(layerOf.get(id) ?? 0)}${id}`);
}

describe("layersOf", () => {
  test("puts a node below everything that it reads, as far right as the longest way", () => {
    expect(columns(drawn("orders -> daily chart\nlevel -> daily\ndaily -> chart"))).toEqual([
      "orders",
      "level",
      "  daily",
      "    chart",
    ]);
  });

  test("keeps readers right below what they read", () => {
    expect(columns(drawn("a ->\nb ->\nc ->\nc -> x\nb -> y\na -> z\nz -> w"))).toEqual([
      "a",
      "  z",
      "    w",
      "b",
      "  y",
      "c",
      "  x",
    ]);
  });

  test("draws what is below a circle", () => {
    expect(drawn("a -> b\nb -> a c\nd -> c").rows).toEqual(["d", "a", "b", "c"]);
  });

  test("keeps the order of the document where nothing is read", () => {
    expect(columns(drawn("c ->\na ->\nb ->"))).toEqual(["c", "a", "b"]);
  });

  test("draws a circle all the same", () => {
    const layers = drawn("a -> b\nb -> c\nc -> a");
    expect([...layers.rows].sort()).toEqual(["a", "b", "c"]);
    expect(layers.lines).toHaveLength(3);
  });

  test("gives each source a way of its own in the gap before its readers", () => {
    const { lines } = drawn("a -> x y\nb -> x");
    expect(lines.map(({ from, to, lane, lanes }) => `${from}${to} ${lane}/${lanes}`)).toEqual([
      "ax 1/2",
      "ay 1/2",
      "bx 0/2",
    ]);
  });

  test("loses nobody, and without circles every line leads down and to the right", () => {
    const graphs = fc
      .integer({ min: 0, max: 40 })
      .chain((size) =>
        fc.tuple(fc.constant(size), fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 80 })),
      );
    fc.assert(
      fc.property(graphs, ([size, pairs]) => {
        const ids = Array.from({ length: size }, (_, i) => `n${i}`);
        const links = pairs
          .filter(([a, b]) => a < b && b < size)
          .map(([a, b]) => ({ from: `n${a}`, to: `n${b}` }));
        const { rows, layerOf, lines } = layersOf(ids, links);
        expect([...rows].sort()).toEqual([...ids].sort());
        expect(lines).toHaveLength(links.length);
        for (const { from, to } of lines) {
          expect(layerOf.get(from)!).toBeLessThan(layerOf.get(to)!);
          expect(rows.indexOf(from)).toBeLessThan(rows.indexOf(to));
        }
      }),
    );
  });
});
