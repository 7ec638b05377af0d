import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Column, Database } from "../../../../../src/engine";
import { parseType, written } from "../../../../../src/engine";
import { columnType, rowType } from "../../../../../src/cells/view/editor/language/column-types";
import { libraries } from "../../../../../src/cells/view/editor/language/libraries";
import { NotebookService } from "../../../../../src/cells/view/editor/language/notebook-service";
import { problemsOf } from "../../../../../src/cells/view/editor/language/problems";
import { readSandboxTable } from "../../../../../src/engine/sandbox/runtime/table";
import { openTestDatabase } from "../../../../engine/open-database";

const typed = (type: string) => columnType(parseType(type));
const column = (name: string, type: string): Column => ({ name, type, kind: "other" });

describe("DuckDB's types in TypeScript", () => {
  test.each([
    ["BIGINT", "number"],
    ["HUGEINT", "number"],
    ["DECIMAL(18,2)", "number"],
    ["DOUBLE", "number"],
    ["VARCHAR", "string"],
    ["UUID", "string"],
    ["BOOLEAN", "boolean"],
    ["DATE", "Date"],
    ["TIMESTAMP WITH TIME ZONE", "Date"],
    ["TIME", "string"],
    ["INTERVAL", "string"],
    ["BLOB", "Uint8Array"],
    ["ENUM('a', 'it''s \"b\"')", '"a" | "it\'s \\"b\\""'],
    ["DATE[]", "(Date | null)[]"],
    ["INTEGER[3]", "(number | null)[]"],
    [`STRUCT(a BIGINT, "b c" VARCHAR[])`, '{ a: number | null; "b c": (string | null)[] | null }'],
    ["MAP(VARCHAR, DECIMAL(4,1))", "Map<string, number | null>"],
    ["STRUCT(a STRUCT(b DATE)[])[]", "({ a: ({ b: Date | null } | null)[] | null } | null)[]"],
    ["UHUGEINT", "bigint"],
    ["GEOMETRY", "unknown"],
  ])("%s is %s", (type, expected) => expect(typed(type)).toBe(expected));

  test("a row: odd names quoted, a doubled name once, no columns", () => {
    expect(rowType([column("id", "BIGINT"), column("Left on", "DATE"), column("delete", "BOOLEAN")])).toBe(
      '{ id: number | null; "Left on": Date | null; "delete": boolean | null }',
    );
    expect(rowType([column("a", "BIGINT"), column("a", "DATE")])).toBe("{ a: Date | null }");
    expect(rowType([column('x"; evil: any; "', "DATE")])).toBe('{ "x\\"; evil: any; \\"": Date | null }');
    expect(rowType([])).toBe("{}");
  });
});

describe("with real DuckDB", () => {
  let database: Database;
  let notebook: NotebookService;
  beforeAll(async () => {
    database = await openTestDatabase();
    notebook = new NotebookService();
  });
  afterAll(() => database.close());

  test("what DESCRIBE says of every type is a type TypeScript reads, with the members people use", async () => {
    const { columns } = await database.query(
      written(`select 1::bigint as id, 1.5 as price, date '2024-01-01' as "paid at", 'a'::enum('a', 'b') as side,
        [1, 2] as list, {'a': 1, 'b c': [{'d': 'x'}]} as struct, map {'k': 1.5} as map, 'x'::blob as bytes, true as is_new,
        uuid() as uuid, interval 1 day as span, time '10:00' as clock, 1::hugeint as wide, null as nothing`),
    );
    notebook.update({
      surroundings: { relations: [{ name: "every", row: rowType(columns) }], values: [], analyses: [] },
      texts: [
        [
          "a",
          `const row = every.get(0)!;
row.id!.toFixed() + row.price!.toFixed() + row.wide!.toFixed();
row["paid at"]!.getUTCDate();
const side: "a" | "b" | null = row.side;
row.list!.map((one) => one!.toFixed());
row.struct!["b c"]![0]!.d!.trim();
row.map!.get("k")!.toFixed();
const bytes: Uint8Array = row.bytes!;
row.uuid!.trim() + row.span!.trim() + row.clock!.trim();
const isNew: boolean | null = row.is_new;`,
        ],
      ],
    });
    expect(problemsOf(notebook, "a")).toEqual([]);
  });

  test("a table of cells has what its type says it has", () => {
    const table = readSandboxTable({ name: "", key: "", columns: [], messages: [] });
    const members = [...scopeOf("EbbTable").matchAll(/^ {2}(?:readonly )?(\w+)/gm)].map(
      ([, member]) => member!,
    );
    expect(members.length).toBeGreaterThan(8);
    expect(members.filter((member) => !(member in table))).toEqual([]);
  });
});

/** The body of an interface in the scope's declarations. */
function scopeOf(name: string): string {
  const text = libraries.get("/scope/scope.d.ts")!;
  const from = text.indexOf(`interface ${name}<`);
  return text.slice(from, text.indexOf("\n}", from));
}
