import { describe, expect, test } from "vitest";
import type { OutputPart, TreePart } from "../../../../src/engine";
import { byTag, copyOf, h, md, parts, posted, rows, show, shown, tree } from "./cell-output";

describe("display", () => {
  test("gives the value back and numbers the parts of a run", () => {
    expect(show.display("cell", 5)).toBe(5);
    show.log("cell", "warn", ["a", { b: 1 }]);
    show.display("cell", rows);
    expect(parts()).toMatchObject([
      { kind: "value", part: 1, value: { type: "number", text: "5" }, isRows: false },
      {
        kind: "console",
        part: 2,
        level: "warn",
        values: [
          { type: "string", text: "a" },
          { type: "object", size: 1 },
        ],
      },
      { kind: "value", part: 3, isRows: true, value: { type: "array", size: 3 } },
    ]);
    expect(posted.every(({ cell, number }) => cell === "cell" && number === 1)).toBe(true);
  });

  test("a node is shown once a run, and again in the next", () => {
    const node = h`<p>x</p>`;
    show.display("cell", node);
    show.display("cell", node);
    expect(parts()).toHaveLength(1);
    show.begin("cell", 2);
    show.display("cell", node);
    expect(posted.at(-1)).toMatchObject({ number: 2, part: { kind: "tree", part: 1 } });
  });

  test("a node that another cell displays leaves the first", () => {
    const node = h`<p>x</p>`;
    show.display("cell", node);
    show.begin("other", 1);
    show.display("other", node);
    show.flush();
    expect(posted.at(-1)).toMatchObject({
      what: "changes",
      cell: "cell",
      part: 1,
      changes: [{ change: "remove" }],
    });
  });

  test("a fragment is shown piece by piece, Markdown with nodes in it as one tree", () => {
    show.display("cell", h.fragment`<b>1</b><i>2</i>`);
    expect(parts().map((part) => (part as TreePart).root)).toMatchObject([{ tag: "b" }, { tag: "i" }]);
    show.display(
      "cell",
      md`
        # Total: ${5}

        - ${h`<mark>m</mark>`} and *more* <script>alert(1)</script>
      `,
    );
    const { root } = tree(2);
    expect(byTag(root, "h1")).toMatchObject({ children: [{ text: "Total: 5" }] });
    expect(byTag(root, "mark")).toMatchObject({ children: [{ text: "m" }] });
    expect(byTag(root, "em")).not.toBeNull();
    expect(byTag(root, "script")).toBeNull();
  });

  test("a Proxy that throws whatever is asked of it", () => {
    const thrown = () => {
      throw new Error("trap");
    };
    const proxy = new Proxy({}, { getPrototypeOf: thrown, get: thrown, ownKeys: thrown });
    expect(shown(proxy)).toMatchObject({ kind: "value", value: { type: "error" } });
  });

  test("a warning of a table goes to the cell that began last", () => {
    show.warn("column a is bigint");
    expect(parts()).toMatchObject([
      { kind: "console", level: "warn", values: [{ text: "column a is bigint" }] },
    ]);
  });

  test("nothing after the cell is forgotten", () => {
    show.forget("cell");
    expect(show.display("cell", 5)).toBe(5);
    expect(posted).toEqual([]);
  });
});

describe("changes", () => {
  test("are told after a while, together", async () => {
    show.flush();
    const list = h`<ul><li>1</li></ul>`;
    const { root } = shown(list) as TreePart;
    for (let i = 0; i < 5; i++) list.append(h`<li>${i}</li>`);
    list.setAttribute("class", "long");
    expect(posted).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(posted).toHaveLength(2);
    const { tree: now } = copyOf({ ...tree(), root });
    expect(now).toMatchObject({ attributes: { class: "long" } });
    expect("children" in now && now.children).toHaveLength(6);
  });
});

test("more of a long array, ten times as much each time", () => {
  const { value } = shown(Array.from({ length: 5000 }, (_, i) => i)) as Extract<
    OutputPart,
    { kind: "value" }
  >;
  if (!("entries" in value)) throw new Error("not cut");
  expect([value.size, value.entries.length]).toEqual([5000, 100]);
  const more = show.expand("cell", value.ref!);
  if (!("entries" in more)) throw new Error("not cut");
  expect(more.entries).toHaveLength(1000);
  const all = show.expand("cell", more.ref!);
  expect(all).toMatchObject({ size: 5000, ref: null });
  expect(() => show.expand("cell", 1_000_000)).toThrow("nothing more is known of this value: 1000000");
});
