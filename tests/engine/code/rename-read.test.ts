import { describe, expect, test } from "vitest";
import { renamedRead } from "../../../src/engine";

const sql = (text: string, to = "orders", from = "rows") => renamedRead(text, "sql", from, to);
const code = (text: string, to = "orders", from = "rows") => renamedRead(text, "typescript", from, to);

describe("a relation of SQL", () => {
  test.each([
    ["select rows.id from rows", "select orders.id from orders"],
    [
      `select * from "Rows" r join main.rows using (id)`,
      `select * from "orders" r join main.orders using (id)`,
    ],
    ["from 'rows' -- rows\n", "from 'orders' -- rows\n"],
    ["select 'rows', t.rows.x from t", "select 'rows', t.rows.x from t"],
    ["with rows as (select 1) select rows.a from rows", "with rows as (select 1) select rows.a from rows"],
    [
      "select ${rows.length} from rows where ${f('rows')}",
      "select ${orders.length} from orders where ${f('rows')}",
    ],
    ["select * from rows where ${", "select * from orders where ${"],
  ])("%s", (before, after) => expect(sql(before)).toBe(after));

  test("is quoted where it has to be", () => {
    expect(sql("from rows", "my rows")).toBe('from "my rows"');
    expect(sql("from rows", "select")).toBe('from "select"');
  });

  test.each([
    "with orders as (select 1) select * from rows",
    "select (select max(orders.v) from b orders where orders.k = rows.k) from rows",
    "select orders.x from rows",
  ])("does not become a name that catches another one: %s", (text) => expect(sql(text)).toBeNull());
});

describe("code", () => {
  test.each([
    ["rows.length + o.rows", "orders.length + o.rows"],
    [
      "const o: { rows: number } = { rows }; f<string>(rows)",
      "const o: { rows: number } = { rows: orders }; f<string>(orders)",
    ],
    ["const f = (rows: number) => rows; f(1) // rows", "const f = (rows: number) => rows; f(1) // rows"],
    ["{ a: rows, rows }", "{ a: orders, rows: orders }"],
    [
      "const n: number = 1;\nawait sql<{ a: 1 }>`select ${n} from rows where ${rows} > 1 and rows.b`",
      "const n: number = 1;\nawait sql<{ a: 1 }>`select ${n} from orders where ${orders} > 1 and orders.b`",
    ],
    [
      `table("rows"); table('Rows'); table(\`rows\`); table("other")`,
      `table("orders"); table('orders'); table(\`orders\`); table("other")`,
    ],
    [
      `analyse("attrition", { table: "rows", k: "rows" })`,
      `analyse("attrition", { table: "orders", k: "rows" })`,
    ],
    ["const table = (a) => a; table('rows')", "const table = (a) => a; table('rows')"],
    ["rows +", "rows +"],
  ])("%s", (before, after) => expect(code(before)).toBe(after));

  test.each([
    ["const f = (orders) => rows + orders; rows"],
    ["const orders = 1; rows"],
    ["sql`with orders as (select 1) from rows`"],
  ])("is not changed where something inside has the name: %s", (text) => expect(code(text)).toBeNull());

  test("reads values under names of the language only, relations under any", () => {
    expect(code("rows", "my rows")).toBeNull();
    expect(code("rows", "width")).toBeNull();
    expect(code("table('rows'); sql`from rows`", "it's")).toBe("table('it\\'s'); sql`from \"it's\"`");
    expect(code("sql`from rows`", "a`b")).toBeNull();
  });
});

test("prose is changed in its holes alone", () => {
  const text = "The rows: ${rows.length}, `${rows}`, ${sql`from rows`}";
  const after = "The rows: ${orders.length}, `${rows}`, ${sql`from orders`}";
  expect(renamedRead(text, "markdown", "rows", "orders")).toBe(after);
});
