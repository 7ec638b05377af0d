import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonRows } from "../../../src/engine/import/read/json-parts";
import { openSource } from "../../../src/engine/import/read/source";

async function read(values: readonly unknown[], known: readonly string[] = []) {
  const source = await openSource(new File([JSON.stringify(values)], "t.json"), null);
  const cells: (readonly (string | null)[])[] = [];
  let headers = known;
  for await (const row of jsonRows(source, { format: "json", nested: "columns" }, known)) {
    cells.push(row.cells);
    headers = row.headers!;
  }
  return { headers, cells };
}

test("a key with a dot and a key inside another are two columns", async () => {
  expect(await read([{ "a.b": 1, a: { b: 2 } }])).toEqual({
    headers: ["a.b", 'a["b"]'],
    cells: [["1", "2"]],
  });
  expect(await read([{ a: { b: 2 } }, { "a.b": 1 }])).toEqual({
    headers: ["a.b", '["a.b"]'],
    cells: [["2"], [null, "1"]],
  });
});

test("the next file has each in its own column, whichever comes first there", async () => {
  for (const first of [
    { "a.b": 1, a: { b: 2 } },
    { a: { b: 2 }, "a.b": 1 },
  ]) {
    const { headers, cells } = await read([first]);
    const next = await read([{ a: { b: 2 } }, { "a.b": 1 }], headers);
    expect(next.headers).toEqual(headers);
    expect([next.cells[0]!.indexOf("2"), next.cells[1]!.indexOf("1")]).toEqual([
      cells[0]!.indexOf("2"),
      cells[0]!.indexOf("1"),
    ]);
  }
});

test("whatever the keys are, each value is in a column that no other key has", async () => {
  const key = fc.string({ unit: fc.constantFrom("a", ".", "[", '"', "]", "_", "2"), maxLength: 4 });
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 3 }, fc.constant(0), fc.dictionary(key, tie("tree"), { maxKeys: 4 })),
  }));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.dictionary(key, tree), { minLength: 1, maxLength: 3 }), async (rows) => {
      const { headers, cells } = await read(rows);
      expect(new Set(headers).size).toBe(headers.length);
      expect(cells.map((row) => row.filter((cell) => cell === "0").length)).toEqual(rows.map(leaves));
    }),
  );
});

function leaves(value: unknown): number {
  if (value === 0) return 1;
  return Object.values(value as object).reduce<number>((sum, inner) => sum + leaves(inner), 0);
}
