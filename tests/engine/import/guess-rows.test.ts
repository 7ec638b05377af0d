import { beforeAll, expect, test } from "vitest";
import { type Database, importFile, sql } from "../../../src/engine";
import { openTestDatabase } from "../open-database";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

/** Columns, rows, and what was left out. */
async function loaded(content: BlobPart, file = "t.csv") {
  const { columns, unread } = await importFile(database, new File([content], file), { table: "t" });
  const table = await database.query(sql`from t`);
  return {
    columns: columns.map((column) => `${column.name} ${column.type}`),
    rows: Array.from({ length: table.rowCount }, (_, row) =>
      columns.map((_, i) => table.text(row, i) ?? "").join(";"),
    ),
    reasons: unread.first.map(({ reason }) => reason),
  };
}

test.each([
  ["region,2021,2022,2023\nNorth,10,20,30\nSouth,11,21,31\n", ["region", "2021", "2022", "2023"]],
  ["region,2021,2022\nNorth,2019,2021\nSouth,2011,2031\n", ["region", "2021", "2022"]],
  [",0,1,2,3\n2024-01,9,8,7,6\n2024-02,9,7,5,3\n", ["column_1", "0", "1", "2", "3"]],
])("years and numbered periods are a header: %s", async (csv, names) => {
  const { columns, rows } = await loaded(csv);
  expect(columns.map((column) => column.replace(/ \w+$/, ""))).toEqual(names);
  expect(rows).toHaveLength(2);
});

test.each(["a,7,9,4\nb,5,1,9\n", "1,2,3\n9,8,7\n", "a,1,2,3\nb,2,3,4\n", "2021,2022\n2019,2021\n"])(
  "numbers that are no scale, or stand alone, or go on below, are values: %s",
  async (csv) => {
    expect((await loaded(csv)).rows).toHaveLength(2);
  },
);

test.each([
  ["with a gap", "id,plan,mrr\n1,gold,10\n2,gold,20\nTotal,,30\n"],
  ["below a blank line", "name,mrr\nAcme,10\nBeta,20\n\nTotal,30\n"],
  ["in a column without words", "id,mrr\n1,10\n2,20\nTotal,30\n"],
  ["with what it is of", "id,plan,mrr\n1,gold,10\n2,gold,20\nИтого по Москве,,30\n"],
  ["with its currency", "id,plan,mrr\n1,gold,10\n2,gold,20\nTotal (EUR):,,30\n"],
])("a row of totals %s is left out, and listed", async (_, csv) => {
  const { rows, reasons } = await loaded(csv);
  expect(rows).toHaveLength(2);
  expect(reasons).toContain("row of totals");
});

test("several of them below each other, with blank lines about them", async () => {
  const { rows, reasons } = await loaded("name,mrr\nAcme,10\nBeta,20\n\nSubtotal,30\nTotal,30\n\n");
  expect(rows).toHaveLength(2);
  expect(reasons.filter((reason) => reason === "row of totals").length).toBeGreaterThanOrEqual(2);
});

test.each([
  ["with a gap", "company,plan,mrr,since\nAcme,gold,100,2024-01-01\nTotal Wine & More,gold,300,\n"],
  ["with all its values", "company,mrr\nAcme,100\nTotal,300\n"],
  ["whose name goes on in words", "company,plan,mrr,since\nAcme,gold,100,2024-01-01\nSum of Us,gold,300,\n"],
  ["in the middle", "company,plan,mrr\nTotal,,300\nAcme,gold,100\n"],
])("a customer called like a total, %s, is a customer", async (_, csv) => {
  const { rows, reasons } = await loaded(csv);
  expect(rows).toHaveLength(2);
  expect(reasons).toEqual([]);
});

test("1.234 are thousands where another column has a decimal comma, and a fraction where none has", async () => {
  const menge = ["1.234", "2.500", "999"];
  const csv = (header: string, beside: readonly string[], cells = menge) =>
    `${header}\n${cells.map((cell, i) => `A${i};${cell};${beside[i]}`).join("\n")}\n`;
  const german = await loaded(csv("Name;Menge;Preis", ["1,5", "2,5", "3,5"]));
  expect(german.columns).toEqual(["Name VARCHAR", "Menge BIGINT", "Preis DOUBLE"]);
  expect(german.rows).toEqual(["A0;1234;1.5", "A1;2500;2.5", "A2;999;3.5"]);
  const english = await loaded(csv("Name;Menge;Preis", ["1.5", "2.5", "3.5"]));
  expect(english.rows).toEqual(["A0;1.234;1.5", "A1;2.5;2.5", "A2;999.0;3.5"]);
  // A fraction that cannot be thousands.
  for (const odd of ["0.500", "1.5", "1234"]) {
    const mixed = await loaded(csv("Name;Faktor;Preis", ["1,5", "2,5", "3,5"], ["1.234", "2.500", odd]));
    expect(mixed.columns[1]).toBe("Faktor DOUBLE");
    expect(mixed.rows[0]).toBe("A0;1.234;1.5");
  }
});

test("codes that begin far below are not numbers: the column becomes text, and each stays what it is", async () => {
  // More than is looked at for a guess.
  const many = Array.from({ length: 60_000 }, (_, i) => `k${i},${10_000 + i},${i},${i},${i}.5`).join("\n");
  const codes = "kx,01067,+491701,1e3,2.5\nky,1067,491701,1000,3.5\n";
  const { columns, rows } = await loaded(`kunde,plz,telefon,artikel,saldo\n${many}\n${codes}`);
  expect(columns).toEqual([
    "kunde VARCHAR",
    "plz VARCHAR",
    "telefon VARCHAR",
    "artikel VARCHAR",
    "saldo DOUBLE",
  ]);
  expect(rows.slice(-2)).toEqual(["kx;01067;+491701;1e3;2.5", "ky;1067;491701;1000;3.5"]);
  expect(rows[0]).toBe("k0;10000;0;0;0.5");
});

test("who chose a number gets one, whatever stands in front of it", async () => {
  const content = "a,n\nx,7\ny,007\n";
  const { plan } = await importFile(database, new File(["a,n\nx,7\ny,8\n"], "t.csv"), { table: "t" });
  const columns = plan.columns.map((column) => ({ ...column, isChosen: true }));
  await importFile(database, new File([content], "t.csv"), {
    table: "t",
    known: { plan: { ...plan, columns } },
  });
  expect((await database.query(sql`select sum(n)::integer from t`)).value(0, 0)).toBe(14);
});

test.each(["0001-01-01", "0001-01-01 00:00:00", "0001-01-01T00:00:00", "0001-01-01T00:00:00Z"])(
  "%s, as .NET and Go write a time that nobody has set, is missing wherever it stands",
  async (zero) => {
    const days = Array.from({ length: 30 }, (_, i) => `c${i},2024-01-${10 + (i % 20)}\n`);
    const below = Array.from({ length: 60_000 }, () => "c,2024-03-01\n").join("");
    for (const rows of [
      [`c,${zero}\n`, ...days],
      [...days, `c,${zero}\n`],
      [...days, below, `c,${zero}\n`],
    ]) {
      const file = new File(["id,day\n", ...rows], "t.csv");
      const { columns, missing, unread } = await importFile(database, file, { table: "t" });
      expect(columns[1]!.type).toBe("DATE");
      expect(missing).toEqual([{ column: "day", token: zero.toLowerCase(), count: 1 }]);
      expect(unread).toMatchObject({ rows: 0, cells: 0 });
    }
  },
);
