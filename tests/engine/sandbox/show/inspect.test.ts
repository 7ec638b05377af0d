import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Inspected } from "../../../../src/engine";
import { firstLook, inspect } from "../../../../src/engine/sandbox/runtime/show/inspect";
import { isRows } from "../../../../src/engine/sandbox/runtime/show/look";

const look = (value: unknown) => inspect(value, firstLook, () => 1);

class Point {
  readonly x = 1;
  #hidden = 2;
  get twice(): number {
    return this.#hidden;
  }
}

describe("shows", () => {
  test.each<[unknown, Partial<Record<string, unknown>>]>([
    [undefined, { type: "undefined", text: "undefined" }],
    [null, { type: "null", text: "null" }],
    [-0, { type: "number", text: "-0" }],
    [Number.NaN, { type: "number", text: "NaN" }],
    [12n, { type: "bigint", text: "12n" }],
    ["ё\n", { type: "string", text: "ё\n" }],
    [Symbol("s"), { type: "symbol", text: "Symbol(s)" }],
    [new Date(0), { type: "date", text: "1970-01-01T00:00:00.000Z" }],
    [new Date(Number.NaN), { type: "date", text: "Invalid Date" }],
    [/a/gi, { type: "regexp", text: "/a/gi" }],
    [new TypeError("no"), { type: "error", text: "TypeError: no" }],
    [function named() {}, { type: "function", text: "named()" }],
    [() => 1, { type: "function", text: "(anonymous function)" }],
    [Point, { type: "function", text: "class Point" }],
    [
      new Point(),
      {
        type: "object",
        name: "Point",
        size: 1,
        entries: [{ key: "x", value: { type: "number", text: "1" } }],
      },
    ],
    [Object.create(null), { type: "object", name: "Object", size: 0 }],
    [
      Float32Array.of(1.5),
      {
        type: "typed-array",
        name: "Float32Array",
        size: 1,
        entries: [{ key: "0", value: { type: "number", text: "1.5" } }],
      },
    ],
    [
      new Map([[{ k: 1 }, "v"]]),
      { type: "map", size: 1, entries: [{ key: { type: "object" }, value: { type: "string", text: "v" } }] },
    ],
    [new Set([1]), { type: "set", size: 1, entries: [{ key: "0", value: { type: "number", text: "1" } }] }],
    [
      Object.assign(new Array(3), { 0: 1, 2: 3 }),
      { type: "array", size: 3, entries: [{}, { value: { type: "undefined", text: "(empty)" } }, {}] },
    ],
  ])("%p", (value, expected) => {
    expect(look(value)).toMatchObject(expected);
  });

  test("getters by name, never by their value", () => {
    let calls = 0;
    const value = {
      get secret() {
        return ++calls;
      },
      set only(_: number) {
        calls++;
      },
    };
    expect(look(value)).toMatchObject({
      entries: [
        { key: "secret", value: { text: "(getter)" } },
        { key: "only", value: { text: "(setter)" } },
      ],
    });
    expect(calls).toBe(0);
  });

  test("circles, depth, length and width cut, with a way to the rest", () => {
    const circle: Record<string, unknown> = { name: "c" };
    circle.self = circle;
    expect(look(circle)).toMatchObject({
      entries: [{}, { key: "self", value: { name: "Object (circular)", entries: [], ref: null } }],
    });
    expect(look({ a: { b: { c: { d: 1 } } } })).toMatchObject({
      entries: [
        {
          value: {
            entries: [{ value: { entries: [{ key: "c", value: { size: 1, entries: [], ref: 1 } }] } }],
          },
        },
      ],
    });
    expect(look("x".repeat(30_000))).toEqual({ type: "string", text: "x".repeat(20_000), length: 30_000 });
    const wide = look(Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`k${i}`, i])));
    expect(wide).toMatchObject({ size: 500, ref: 1 });
    const sparse: unknown[] = [];
    sparse[4_000_000_000] = 1;
    expect(look(sparse)).toMatchObject({ size: 4_000_000_001, ref: 1 });
  });
});

describe("survives", () => {
  const thrown = () => {
    throw new Error("trap");
  };
  const hostile: Readonly<Record<string, () => unknown>> = {
    "a proxy whose every trap throws": () =>
      new Proxy(
        {},
        {
          get: thrown,
          ownKeys: thrown,
          getPrototypeOf: thrown,
          getOwnPropertyDescriptor: thrown,
          has: thrown,
        },
      ),
    "a proxy that lies about its keys": () => new Proxy({}, { ownKeys: () => ["a", "b"] }),
    "a proxy of an array": () =>
      new Proxy([1, 2], { get: (target, key) => (key === "length" ? "long" : Reflect.get(target, key)) }),
    "a proxy of a function": () => new Proxy(() => 1, { get: thrown, getOwnPropertyDescriptor: thrown }),
    "a revoked proxy": () => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return proxy;
    },
    "throwing getters everywhere": () => ({
      get constructor() {
        return thrown();
      },
      get length() {
        return thrown();
      },
      get [Symbol.toStringTag]() {
        return thrown();
      },
    }),
    "what throws something odd": () =>
      new Proxy(
        {},
        {
          ownKeys: () => {
            // oxlint-disable-next-line typescript/only-throw-error -- the point of it
            throw null;
          },
        },
      ),
    "an error with a getter for a message": () =>
      Object.defineProperty(new Error("x"), "message", { get: thrown }),
    "a false Date": () => Object.create(Date.prototype),
    "a false Map": () => Object.create(Map.prototype),
    "a false typed array": () => Object.create(Uint8Array.prototype),
    "a class with a hostile name": () =>
      new (class {
        static get name(): string {
          return thrown();
        }
      })(),
    "a Map whose own methods throw": () =>
      Object.assign(new Map([[1, 2]]), { entries: thrown, [Symbol.iterator]: thrown }),
    "a prototype that is a proxy": () =>
      Object.create(new Proxy({}, { getOwnPropertyDescriptor: thrown, get: thrown })),
    "a deep nest": () => Array.from({ length: 20_000 }).reduce((inner) => [inner], []),
  };
  test.each(Object.entries(hostile))("%s", (_, make) => {
    const shown = look(make());
    expect(typeof shown.type).toBe("string");
    expect(structuredClone(shown)).toEqual(shown);
    expect(isRows(make())).toBe(false);
  });

  test("anything, as plain data of a bounded size", () => {
    const count = (value: Inspected): number =>
      1 +
      ("entries" in value
        ? value.entries.reduce(
            (sum, entry) => sum + count(entry.value) + (typeof entry.key === "string" ? 0 : count(entry.key)),
            0,
          )
        : 0);
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withSet: true,
          withTypedArray: true,
          withSparseArray: true,
          withNullPrototype: true,
          maxDepth: 5,
        }),
        (value) => {
          const shown = look(value);
          expect(structuredClone(shown)).toEqual(shown);
          expect(count(shown)).toBeLessThan(5000);
        },
      ),
      { numRuns: 500 },
    );
    const wide = Array.from({ length: 200 }, () =>
      Array.from({ length: 200 }, () => Array.from({ length: 200 }, () => 1)),
    );
    expect(count(look(wide))).toBeLessThan(5000);
  });
});

test("rows are plain objects in an array", () => {
  expect([isRows([{ a: 1 }]), isRows([Object.create(null, { a: { value: 1, enumerable: true } })])]).toEqual([
    true,
    true,
  ]);
  for (const value of [[], [{}], [1], [[1]], [{ a: 1 }, null], [new Point()], { a: 1 }, "text"])
    expect(isRows(value)).toBe(false);
});
