import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMessage, type Unread } from "../../../src/engine/sandbox/checked/read-message";
import { fullAllowance } from "../../../src/engine/sandbox/checked/reading";
import { limits } from "../../../src/engine/sandbox/limits";
import type { FromWorker, Shown } from "../../../src/engine/sandbox/protocol";

const read = (raw: unknown) => readMessage(raw, () => fullAllowance());
const shown = (...items: unknown[]) => read({ type: "shown", cell: "a", number: 1, items });
const itemsOf = (message: FromWorker | Unread): readonly Shown[] =>
  message.type === "shown" ? message.items : [];
const part = (given: object) => shown({ what: "part", part: given });
const tree = (root: unknown) => part({ kind: "tree", part: 1, figure: null, root });
const cut = (why: string) => ({
  what: "part",
  part: {
    kind: "console",
    part: -1,
    level: "warn",
    values: [{ type: "string", text: expect.stringContaining(why) }],
    cut: expect.any(String),
  },
});
const element = (given: object) => ({
  id: 1,
  space: "svg",
  tag: "g",
  attributes: {},
  children: [],
  ...given,
});

/** One of each kind of message the runtime sends. */
const good: readonly FromWorker[] = [
  { type: "ready" },
  { type: "pong" },
  { type: "done", cell: "a", number: 1, defined: [{ name: "x", description: "number" }] },
  {
    type: "failed",
    cell: "a",
    number: 1,
    fault: {
      code: "code",
      message: "TypeError: x",
      place: { line: 1, column: 2 },
      frames: [{ cell: "a", label: "a", name: "f", line: 1, column: 2 }],
    },
  },
  { type: "query", ask: 3, cell: "a", number: 1, sql: "select 1" },
  { type: "analyse", ask: 4, cell: "a", number: 1, id: "attrition", options: "{}" },
  {
    type: "values",
    ask: 5,
    values: [null, true, 1.5, 10n, "x", { date: 0, isDay: true }, { identifier: "t" }, [1, [2]]],
  },
  { type: "relation", ask: 6, relation: { rowCount: 2, ipcStream: new Uint8Array([1, 2]) } },
  { type: "expanded", ask: 7, value: { type: "number", text: "1" } },
  { type: "refused", ask: 8, fault: { code: "not-a-table", message: "no", place: null, frames: [] } },
  {
    type: "shown",
    cell: "a",
    number: 1,
    items: [
      { what: "view", name: "x" },
      {
        what: "part",
        part: {
          kind: "tree",
          part: 1,
          root: {
            id: 1,
            space: "html",
            tag: "input",
            attributes: { type: "range" },
            properties: { value: "5", checked: false },
            listens: ["input"],
            children: [{ id: 2, text: "t" }],
          },
          figure: {
            title: "",
            subtitle: "",
            caption: "",
            description: "",
            marks: [{ kind: "dot", count: 2 }],
            axes: [{ scale: "x", label: "a", domain: [0, "b"], isOrdinal: false }],
            drawn: 2,
            hasData: true,
          },
        },
      },
      {
        what: "part",
        part: {
          kind: "table",
          part: 2,
          columns: [{ name: "a", type: "BIGINT", kind: "integer" }],
          rowCount: 3,
          first: [["1"], [null]],
        },
      },
      {
        what: "part",
        part: {
          kind: "value",
          part: 3,
          isRows: false,
          value: {
            type: "map",
            name: "Map",
            size: 1,
            entries: [
              { key: { type: "number", text: "1" }, value: { type: "string", text: "a", length: 9 } },
            ],
            ref: 4,
          },
        },
      },
      {
        what: "changes",
        part: 1,
        changes: [
          { change: "insert", parent: 1, before: null, node: { id: 3, text: "u" } },
          { change: "remove", node: 2 },
          { change: "attribute", node: 1, name: "xlink:href", value: null },
          { change: "text", node: 3, text: "v" },
          { change: "property", node: 1, name: "checked", value: true },
          { change: "property", node: 1, name: "value", value: "6" },
          { change: "listen", node: 1, type: "click", on: true },
        ],
      },
    ],
  },
];

describe("what the runtime sends", () => {
  test.each(good.map((message) => [message.type, message] as const))("%s comes through", (_type, message) => {
    expect(read(structuredClone(message))).toEqual(message);
  });

  test("is copied: nothing beside what belongs there, nothing shared with what came", () => {
    const attributes = { r: "1" };
    const raw = element({ attributes, extra: "x", toString: "y" });
    const [item] = itemsOf(tree(raw));
    expect(item).toEqual({
      what: "part",
      part: { kind: "tree", part: 1, figure: null, root: element({ attributes: { r: "1" } }) },
    });
    attributes.r = "2";
    expect(JSON.stringify(item)).toContain(`"r":"1"`);
  });
});

describe("what the runtime never sends", () => {
  test("anything at all is read without an error and is never taken for a message", () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true }), (raw) => {
        expect(read(raw).type).toBe("unread");
      }),
    );
  });

  test("a good message with one place spoilt is refused, cut short, or still good there", () => {
    const spoilt = fc.oneof(
      fc.anything(),
      fc.constantFrom<unknown>(-1, 1.5, NaN, Infinity, 2 ** 60, "", "constructor", "__proto__", [], {}, null),
    );
    fc.assert(
      fc.property(fc.constantFrom(...good), fc.nat(), spoilt, (message, at, value) => {
        const raw: unknown = structuredClone(message);
        const places = placesOf(raw);
        if (!places.length) return;
        const [holder, key] = places[at % places.length]!;
        holder[key] = value;
        const found = read(raw);
        // Whatever is taken over is good by the same measure: reading it again changes nothing.
        if (found.type !== "unread") expect(read(structuredClone(found))).toEqual(found);
      }),
      { numRuns: 2000 },
    );
  });

  test("who waits in vain is named", () => {
    expect(read({ type: "values", ask: 3, values: [() => 1] })).toMatchObject({ type: "unread", ask: 3 });
    expect(read({ type: "done", cell: "a", number: 1 })).toMatchObject({ type: "unread", cell: "a" });
    expect(read({ type: "done", cell: "x".repeat(5000), number: 1 })).toMatchObject({ cell: null });
  });

  test.each([
    ["a tag with markup", element({ tag: "g onload=x" })],
    ["an unknown space", element({ space: "vml" })],
    ["a number as text", { id: 1, text: 5 }],
    ["an id that is none", element({ id: -1 })],
    ["an attribute that is no text", element({ attributes: { d: ["M0"] } })],
    ["a listener that is no name", element({ listens: ["on click"] })],
    [
      "too many attributes",
      element({ attributes: Object.fromEntries(range(201).map((i) => [`a${i}`, ""])) }),
    ],
    ["children that are no list", element({ children: { length: 1 } })],
  ])("a tree with %s is not shown", (_what, root) => {
    expect(itemsOf(tree(root))).toEqual([cut("cannot be shown")]);
  });

  test("attributes whose names no markup has are left out", () => {
    const attributes = JSON.parse(`{"__proto__":"a","a b":"c",">":"d","x":"1"}`) as object;
    const [item] = itemsOf(tree(element({ attributes })));
    expect(item).toMatchObject({ part: { root: { attributes: { x: "1" } } } });
    expect(JSON.stringify(item)).not.toMatch(/a b|>|__proto__/);
  });

  test("a tree that is too deep, round, or huge by sharing its branches is cut", () => {
    let deep: object = element({});
    for (let i = 0; i < limits.depth + 1; i++) deep = element({ children: [deep] });
    expect(itemsOf(tree(deep))).toEqual([cut("cannot be shown")]);
    const round = element({}) as { children: unknown[] };
    round.children = [round];
    expect(itemsOf(tree(round))).toEqual([cut("cannot be shown")]);
    let shared: object = element({});
    for (let i = 0; i < 60; i++) shared = element({ children: [shared, shared] });
    expect(itemsOf(tree(shared))).toEqual([cut("200,000 elements")]);
  });

  test("text, entries and columns without end are cut", () => {
    const long = "x".repeat(limits.characters + 1);
    expect(itemsOf(tree({ id: 1, text: long }))).toEqual([cut("20,000,000 characters")]);
    const entries = Array(limits.nodes + 1).fill(0);
    const value = { type: "array", name: "Array", size: 1, entries, ref: null };
    expect(itemsOf(part({ kind: "value", part: 1, isRows: false, value }))).toEqual([
      cut("200,000 elements"),
    ]);
    const columns = Array(limits.names + 1).fill({ name: "a", type: "INT", kind: "integer" });
    expect(itemsOf(part({ kind: "table", part: 1, rowCount: 1, columns, first: [] }))).toEqual([
      cut("cannot be shown"),
    ]);
  });

  test("the allowance of a run is shared by all that it shows", () => {
    const allowance = fullAllowance();
    const half = {
      what: "part",
      part: { kind: "tree", part: 1, figure: null, root: { id: 1, text: "x".repeat(11e6) } },
    };
    const send = () => readMessage({ type: "shown", cell: "a", number: 1, items: [half] }, () => allowance);
    expect(itemsOf(send())).toHaveLength(1);
    expect(itemsOf(send())).toEqual([cut("characters")]);
  });

  test("what an older run shows is not even looked at", () => {
    const raw = { type: "shown", cell: "a", number: 1, items: "x".repeat(10) };
    expect(readMessage(raw, () => null)).toMatchObject({ type: "unread", why: "stale" });
  });

  test("whole numbers that would take for ever to write, wrong dates and bytes of other kinds are refused", () => {
    const values = (value: unknown) => read({ type: "values", ask: 1, values: [value] }).type;
    expect(values(10n ** 999n)).toBe("values");
    expect(values(10n ** 1000n)).toBe("unread");
    expect(values({ date: NaN, isDay: true })).toBe("unread");
    const bytes = (ipcStream: unknown) =>
      read({ type: "relation", ask: 1, relation: { rowCount: 1, ipcStream } }).type;
    expect(bytes(new Uint8Array(2))).toBe("relation");
    expect(bytes(new Uint8Array(new SharedArrayBuffer(2)))).toBe("unread");
    expect(bytes([1, 2])).toBe("unread");
  });
});

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

type Holder = Record<string | number, unknown>;

/** Every place in nested lists and objects. */
function placesOf(raw: unknown): [Holder, string | number][] {
  if (raw === null || typeof raw !== "object" || ArrayBuffer.isView(raw)) return [];
  const holder = raw as Holder;
  return Object.keys(holder).flatMap((key) => [[holder, key] as [Holder, string], ...placesOf(holder[key])]);
}
