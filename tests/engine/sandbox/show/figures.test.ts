import { tableFromIPC } from "apache-arrow";
import { describe, expect, test } from "vitest";
import type { OutputPart, TreeNode, TreePart } from "../../../../src/engine";
import { copyOf, find, h, Plot, rows, show, shown } from "./cell-output";

describe("figures", () => {
  test("a tip follows the pointer", async () => {
    const chart = Plot.dot(rows, { x: "a", y: "b", tip: true }).plot();
    const part = shown(chart) as TreePart;
    const circle = find(part.root, (node) => "tag" in node && node.tag === "circle") as TreeNode & {
      attributes: Record<string, string>;
    };
    const [x, y] = [Number(circle.attributes.cx), Number(circle.attributes.cy)];
    expect(part.root).toMatchObject({ listens: expect.arrayContaining(["pointermove", "pointerleave"]) });
    const point = (type: string) =>
      show.dispatch("cell", {
        part: 1,
        node: part.root.id,
        type,
        x,
        y,
        svgX: x,
        svgY: y,
        pointerType: "mouse",
      });
    point("pointermove");
    await new Promise((resolve) => setTimeout(resolve, 30));
    const tip = JSON.stringify(
      find(copyOf(part).tree, (node) => "tag" in node && node.attributes["aria-label"] === "tip"),
    );
    expect(tip).toContain('"text":" 1"');
    expect(tip).toMatch(/"d":"M0,0l/);
    expect(tip).not.toContain("hidden");
    expect((chart as unknown as { value: unknown }).value).toBe(rows[0]);
    point("pointerleave");
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(JSON.stringify(copyOf(part).tree)).not.toContain('"text":" 1"');
  });

  test("say what they show", () => {
    const chart = Plot.plot({
      title: "Orders",
      caption: h`<b>from</b> the shop` as unknown as Node,
      ariaDescription: "up",
      y: { label: "Value (€)" },
      color: { legend: true },
      marks: [Plot.ruleY([0]), Plot.dot(rows, { x: "a", y: "b", fill: "g", tip: true })],
    });
    expect((shown(chart) as TreePart).figure).toEqual({
      title: "Orders",
      subtitle: "",
      caption: "from the shop",
      description: "up",
      marks: [
        { kind: "rule", count: 1 },
        { kind: "dot", count: 3 },
      ],
      axes: [
        { scale: "x", label: "a", domain: [1, 3], isOrdinal: false },
        { scale: "y", label: "Value (€)", domain: [0, 5], isOrdinal: false },
        { scale: "color", label: "g", domain: ["x", "y"], isOrdinal: true },
      ],
      drawn: 4,
      hasData: true,
    });
    expect((shown(h`<p>no figure</p>`) as TreePart).figure).toBeNull();
  });

  test("give the rows behind them: as they were, or as the mark made them", () => {
    const read = (part: OutputPart) =>
      tableFromIPC(show.relationOf("cell", part.part).ipcStream)
        .toArray()
        .map((row) => ({ ...row }));
    expect(read(shown(Plot.dot(rows, { x: "a", y: "b" }).plot()))).toEqual(
      rows.map(({ a, b, g }) => ({ a: BigInt(a), b: BigInt(b), g })),
    );
    expect(read(shown(Plot.barY(rows, Plot.groupX({ y: "sum" }, { x: "g", y: "b" })).plot()))).toEqual([
      { g: "x", b: 0n, "b (y2)": 7n },
      { g: "y", b: 0n, "b (y2)": 3n },
    ]);
    expect(() => show.relationOf("cell", 77)).toThrow("nothing with rows is shown there: part 77");
  });

  test("too many marks are refused before they are drawn; binned ones are not", () => {
    const many = Float64Array.from({ length: 100_001 }, (_, i) => i % 977);
    expect(() => Plot.dot(many, { x: (value: number) => value, y: 0 }).plot()).toThrow(
      "too many marks: 100,001 (dot), at most 100,000",
    );
    expect(
      (shown(Plot.rectY(many, Plot.binX({ y: "count" }, { x: (value: number) => value })).plot()) as TreePart)
        .figure,
    ).toMatchObject({ hasData: true });
    expect((shown(Plot.lineY(many).plot()) as TreePart).figure).toMatchObject({
      marks: [{ kind: "line", count: 100_001 }],
      drawn: 1,
    });
  });
});
