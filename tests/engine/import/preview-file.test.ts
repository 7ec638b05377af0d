import { beforeAll, expect, test } from "vitest";
import { type Database, type ImportPlan, importFile, openPeeks, previewFile, sql } from "../../../src/engine";
import type { Known } from "../../../src/engine";
import { openTestDatabase } from "../open-database";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

const fileOf = (content: BlobPart, name = "t.csv") => new File([content], name);

async function preview(file: File, known?: Known) {
  return previewFile(database, file, { peeks: await openPeeks(), known });
}

const long = `day;amount;note\n${Array.from({ length: 5000 }, (_, i) => `0${(i % 9) + 1}.02.2024;${i},5;"a\nb"`).join("\n")}\n`;

test("a preview is the first rows of the table that the import makes, and leaves nothing behind", async () => {
  const tables = () => database.query(sql`select table_name from duckdb_tables() order by all`);
  const before = (await tables()).rows();
  const file = fileOf(long);
  const seen = await preview(file);
  expect((await tables()).rows()).toEqual(before);
  expect(seen.rows.length).toBeGreaterThan(30);
  expect(seen.lines?.slice(0, 2)).toEqual(["day;amount;note", '01.02.2024;0,5;"a']);
  const loaded = await importFile(database, file, { table: "long" });
  expect(seen.plan).toEqual(loaded.plan);
  expect(seen.columns).toEqual(loaded.columns);
  const rows = await database.query(sql`from long limit ${seen.rows.length}`);
  expect(seen.rows).toEqual(
    Array.from({ length: rows.rowCount }, (_, row) =>
      rows.columns.map((_, column) => rows.text(row, column)),
    ),
  );
});

test("a preview shows what could not be read with its row, and rows that do not fit with their line", async () => {
  const file = fileOf("id,n\n1,2\n2,many\n3\n4,5,6\n5,1\n");
  const { plan } = await preview(file);
  const chosen: ImportPlan = {
    ...plan,
    columns: [
      plan.columns[0]!,
      {
        ...plan.columns[1]!,
        reading: { form: "whole", marks: { decimal: ".", thousands: "" } },
        isChosen: true,
      },
    ],
  };
  const seen = await preview(file, { plan: chosen, isExact: true });
  expect(seen.rows).toEqual([
    ["1", "2"],
    ["2", null],
    ["5", "1"],
  ]);
  expect(seen.unread.map(({ line, row, column, text }) => [line, row, column, text])).toEqual([
    [4, null, null, "3"],
    [5, null, null, "4,5,6"],
    [null, 2, "n", "many"],
  ]);
});

test("what was settled by hand stays when the form of the file is guessed anew", async () => {
  const file = fileOf(
    new Uint8Array([
      ...new TextEncoder().encode("id;x;day\n01;"),
      0xe0,
      0xe1,
      ...new TextEncoder().encode(";1/2/2024\n"),
    ]),
  );
  const { plan } = await preview(file);
  const [id, x, day] = plan.columns;
  const columns = [
    { ...id!, name: "customer", isKept: true, isChosen: true },
    { ...x!, isKept: false },
  ];
  const seen = await preview(file, {
    source: { encoding: "windows-1251" },
    rest: { columns, zone: "Europe/Berlin", missing: ["-"] },
  });
  expect(seen.columns.map(({ name }) => name)).toEqual(["customer", "day"]);
  expect(seen.plan).toMatchObject({ zone: "Europe/Berlin", missing: ["-"] });
  expect(seen.plan.source).toMatchObject({ encoding: "windows-1251", delimiter: ";" });
  expect(day?.reading).toEqual({ form: "text" });
});

test("a question about day and month comes with both answers", async () => {
  const { notes, plan } = await preview(fileOf("id,at\n1,03/04/2024 10:00\n2,05/06/2024 11:30\n"));
  const [note] = notes;
  if (note?.note !== "date-order") throw new Error("no question");
  expect([note.dayFirst, note.monthFirst]).toEqual([
    { form: "timestamp", formats: ["%d/%m/%Y %H:%M"] },
    { form: "timestamp", formats: ["%m/%d/%Y %H:%M"] },
  ]);
  const columns = plan.columns.map((column) =>
    column.name === "at" ? { ...column, reading: note.dayFirst, isChosen: true } : column,
  );
  const seen = await preview(fileOf("id,at\n1,03/04/2024 10:00\n"), {
    plan: { ...plan, columns },
    isExact: true,
  });
  expect(seen.rows).toEqual([["1", "2024-04-03 10:00:00"]]);
});

test("JSON and workbook-free formats have a preview too", async () => {
  const json = Array.from({ length: 300 }, (_, i) =>
    JSON.stringify({ id: `0${i}`, n: i, late: i > 250 ? 1 : undefined }),
  );
  const seen = await preview(fileOf(json.join("\n"), "t.jsonl"));
  expect(seen.rows.length).toBe(100);
  expect(seen.rows[1]).toEqual(["01", "1"].concat(seen.columns.length > 2 ? [null as never] : []));
});

test("only the first rows are loaded when the plan says so, across parts", async () => {
  const { plan } = await preview(fileOf(long));
  const { rowCount } = await importFile(database, fileOf(long), {
    table: "few",
    known: { plan: { ...plan, rows: { take: "first", count: 1234 } }, isExact: true },
  });
  expect(rowCount).toBe(1234);
});

test("a sample holds all rows of some customers, the same ones out of the next file", async () => {
  const log = (days: readonly number[]) =>
    `user,day\n${days.flatMap((day) => Array.from({ length: 2000 }, (_, i) => `u${i},2024-01-0${day}`)).join("\n")}\n`;
  const { plan } = await preview(fileOf(log([1])));
  const sampled: ImportPlan = { ...plan, rows: { take: "sample", share: 0.1, by: "user", seed: 1 } };
  const customers = async (days: readonly number[], known: ImportPlan) => {
    const { rowCount } = await importFile(database, fileOf(log(days)), {
      table: "sampled",
      known: { plan: known, isExact: true },
    });
    const found = await database.query(sql`select distinct "user" from sampled order by all`);
    return { rowCount, users: found.values("user") };
  };
  const first = await customers([1, 2], sampled);
  const next = await customers([2, 3, 4], sampled);
  expect(next.users).toEqual(first.users);
  expect([first.rowCount, next.rowCount]).toEqual([2 * first.users.length, 3 * first.users.length]);
  // Binomial(2000, 0.1): 200 with a standard deviation of 13.4.
  expect(Math.abs(first.users.length - 200)).toBeLessThan(60);
  const other = await customers([1], {
    ...sampled,
    rows: { take: "sample", share: 0.1, by: "user", seed: 2 },
  });
  expect(other.users).not.toEqual(first.users);
  await expect(
    customers([1], { ...sampled, rows: { take: "sample", share: 0.1, by: "client", seed: 2 } }),
  ).rejects.toThrow("missing column: client");
});
