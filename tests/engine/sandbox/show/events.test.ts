import { describe, expect, test } from "vitest";
import type { TreeEvent, TreeNode, TreePart } from "../../../../src/engine";
import { byTag, copyOf, d3, h, posted, s, show, shown, tree } from "./cell-output";

describe("events", () => {
  const at = (part: TreePart, node: TreeNode, event: Partial<TreeEvent>): TreeEvent => ({
    part: part.part,
    node: node.id,
    type: "input",
    ...event,
  });
  const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

  test("a click bubbles to its listeners, what they change is told", async () => {
    const box = h`<div
      onclick=${(event: Event) => box.append(h`<i>${(event.target as Element).localName}</i>`)}
    ><button>b</button></div>`;
    const part = shown(box) as TreePart;
    expect(part.root).toMatchObject({ listens: ["click"] });
    show.dispatch("cell", at(part, byTag(part.root, "button"), { type: "click" }));
    await settled();
    expect(byTag(copyOf(part).tree, "i")).toMatchObject({ children: [{ text: "button" }] });
  });

  test("a slider: its value in the cell, not told back to the page", async () => {
    const values: unknown[] = [];
    const slider = h`<input type="range" min="0" max="10" value="4" />`;
    expect(show.view("cell", "n", slider, (value) => values.push(value))).toBe(4);
    show.dispatch("cell", at(tree(), tree().root, { value: "7" }));
    await settled();
    expect(values).toEqual([7]);
    expect(posted.slice(1)).toEqual([{ what: "view", name: "n", cell: "cell", number: 1 }]);
  });

  test.each<[string, () => unknown, unknown, Partial<TreeEvent>, unknown]>([
    ["a text", () => h`<input value="a" />`, "a", { value: "b" }, "b"],
    ["a number", () => h`<input type="number" value="1.5" />`, 1.5, { value: "" }, Number.NaN],
    ["a checkbox", () => h`<input type="checkbox" checked />`, true, { checked: false }, false],
    [
      "a date",
      () => h`<input type="date" value="2024-01-02" />`,
      new Date("2024-01-02"),
      { value: "2024-02-03" },
      new Date("2024-02-03"),
    ],
    [
      "a select",
      () => h`<select><option>a</option><option value="2">b</option></select>`,
      "a",
      { value: "2" },
      "2",
    ],
    [
      "several",
      () => h`<select multiple><option selected>a</option><option>b</option></select>`,
      ["a"],
      { value: "a\nb" },
      ["a", "b"],
    ],
    ["a text area", () => h`<textarea>t</textarea>`, "t", { value: "u" }, "u"],
    ["a slider without a value", () => h`<input type="range" />`, 50, { value: "3" }, 3],
  ])("view of %s", (_, make, first, event, second) => {
    const values: unknown[] = [];
    expect(show.view("cell", "n", make(), (value) => values.push(value))).toEqual(first);
    show.dispatch("cell", at(tree(), tree().root, event));
    expect(values).toEqual([second]);
  });

  test("view of what is no element says so; after the next run nobody is told", () => {
    expect(() => show.view("cell", "n", 5, () => undefined)).toThrow("view(…) needs an element");
    const values: unknown[] = [];
    const input = h`<input />`;
    show.view("cell", "n", input, (value) => values.push(value));
    show.begin("cell", 2);
    input.dispatchEvent(new Event("input"));
    expect(values).toEqual([]);
  });

  test("one radio button switches the others off, and the page hears of those", () => {
    const box = h`<form><input type="radio" name="r" value="a" checked /><input type="radio" name="r" value="b" /></form>`;
    const part = shown(box) as TreePart;
    const [first, second] = "children" in part.root ? part.root.children : [];
    show.dispatch("cell", at(part, second!, { checked: true }));
    show.flush();
    expect(posted.at(-1)).toMatchObject({
      changes: [{ change: "property", node: first!.id, name: "checked", value: false }],
    });
  });

  test("a listener that throws stops nobody else", () => {
    const failures: unknown[] = [];
    show.scope.document.onListenerFailed = (error) => failures.push(error);
    const heard: string[] = [];
    const box = h`<p onclick=${() => heard.push("p")}><b
        onclick=${() => {
          throw new Error("no");
        }}
        >x</b
      ></p>`;
    const part = shown(box) as TreePart;
    show.dispatch("cell", at(part, byTag(part.root, "b"), { type: "click" }));
    expect([heard, failures]).toEqual([["p"], [new Error("no")]]);
  });

  test("d3 knows where the pointer is, inside of transformed groups too", () => {
    const places: unknown[] = [];
    const node = s`<svg viewBox="0 0 100 100" onpointermove=${(event: Event) => places.push(d3.pointer(event))}><g transform="translate(10,5) scale(2)"><rect width=5 height=5 onpointermove=${(event: Event) => places.push(d3.pointer(event))} /></g></svg>`;
    const part = shown(node) as TreePart;
    show.dispatch(
      "cell",
      at(part, byTag(part.root, "rect"), { type: "pointermove", x: 60, y: 40, svgX: 30, svgY: 25 }),
    );
    expect(places).toEqual([
      [10, 10],
      [30, 25],
    ]);
  });

  test("a drag reaches listeners at the window", () => {
    const drags: number[] = [];
    const node = s`<svg><circle r=5 /></svg>`;
    d3.select(node as never)
      .select("circle")
      .call(
        d3
          .drag<never, unknown>()
          .on("drag", (event: { x: number }) => drags.push(Math.round(event.x))) as never,
      );
    const part = shown(node) as TreePart;
    const circle = byTag(part.root, "circle");
    show.dispatch("cell", at(part, circle, { type: "mousedown", x: 1, y: 1, svgX: 1, svgY: 1 }));
    show.flush();
    expect(copyOf(part).tree).toMatchObject({ listens: expect.arrayContaining(["mousemove", "mouseup"]) });
    show.dispatch("cell", at(part, part.root, { type: "mousemove", x: 8, y: 1, svgX: 8, svgY: 1 }));
    show.dispatch("cell", at(part, part.root, { type: "mouseup", x: 8, y: 1, svgX: 8, svgY: 1 }));
    show.flush();
    expect(drags).toEqual([8]);
    expect(copyOf(part).tree).not.toMatchObject({ listens: expect.arrayContaining(["mousemove"]) });
  });

  test("events for parts, nodes and cells that are not there do nothing", () => {
    const part = shown(h`<p>x</p>`) as TreePart;
    for (const event of [
      at(part, { id: 999_999, text: "" }, {}),
      { ...at(part, part.root, {}), part: 77 },
      at(part, "children" in part.root ? part.root.children[0]! : part.root, {}),
    ])
      show.dispatch("cell", event);
    show.dispatch("nobody", at(part, part.root, {}));
    show.flush();
    expect(posted).toHaveLength(1);
  });
});
