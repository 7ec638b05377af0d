import { tableFromArrays, tableToIPC } from "apache-arrow";
import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { type Database, type Known, sql } from "../../../src/engine";
import { importFile, type ImportOptions } from "../../../src/engine/import/import-file";
import { guessSeries } from "../../../src/engine/import/joined/guess-series";
import { fileSet, filesInSet, setName } from "../../../src/engine/import/joined/file-set";
import { unitedType } from "../../../src/engine/import/joined/united-type";
import { previewFile } from "../../../src/engine/import/preview-file";
import { peeksHere } from "../../../src/engine/import/peek";
import { openTestDatabase } from "../open-database";
import { zipOf } from "./written-zip";

let database: Database;
beforeAll(async () => void (database = await openTestDatabase()));

const file = (name: string, content: BlobPart) => new File([content], name, { lastModified: 5 });
const setOf = (files: readonly File[]) => fileSet(files.map((one) => ({ file: one, name: one.name })));
const load = (given: File, known: ImportOptions["known"] = {}) =>
  importFile(database, given, { table: "t", known });
const texts = async () => {
  const table = await database.query(sql`from t`);
  return Array.from({ length: table.rowCount }, (_, row) => table.columns.map((_, i) => table.text(row, i)));
};

const january = file("events-2024-01.csv", "id;day;sum\n007;01.02.2024;1,5\n8;;many\n9;13.01.2024;2\n");
const february = file("events-2024-02.csv", "day,ID,plan\n05.02.2024,10,a\n06.02.2024,11,b,c\n");

describe("several files as one table", () => {
  test("columns are found by their header, each file is read as it is written, and it is said what is of which", async () => {
    const loaded = await load(setOf([february, january]));
    expect(loaded.columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      "id VARCHAR",
      "day DATE",
      "sum VARCHAR",
      "plan VARCHAR",
      "file VARCHAR",
    ]);
    expect(await texts()).toEqual([
      ["007", "2024-02-01", "1,5", null, "events-2024-01.csv"],
      ["8", null, "many", null, "events-2024-01.csv"],
      ["9", "2024-01-13", "2", null, "events-2024-01.csv"],
      ["10", "2024-02-05", null, "a", "events-2024-02.csv"],
    ]);
    expect(loaded.files).toEqual([
      { name: "events-2024-01.csv", rowCount: 3, lacks: ["plan"] },
      { name: "events-2024-02.csv", rowCount: 1, lacks: ["sum"] },
    ]);
    expect(loaded.unread.first).toMatchObject([
      { file: "events-2024-02.csv", line: 3, text: "06.02.2024,11,b,c" },
    ]);
    expect(loaded.file.name).toBe("events-2024-*.csv");
  });

  test("the plan goes with next month's files, and with one of them alone", async () => {
    const { plan } = await load(setOf([january, february]));
    const chosen = plan.columns.map((column) =>
      column.name === "sum"
        ? {
            ...column,
            isChosen: true,
            reading: { form: "number", marks: { decimal: ",", thousands: "" } } as const,
          }
        : column,
    );
    const march = file("events-2024-03.csv", "id;sum;day\n12;x;01.03.2024\n13;2,5;02.03.2024\n");
    const next = await load(setOf([march, february]), { plan: { ...plan, columns: chosen } });
    expect(await texts()).toEqual([
      ["2024-02-05", "10", "a", null, "events-2024-02.csv"],
      ["2024-03-01", "12", null, null, "events-2024-03.csv"],
      ["2024-03-02", "13", null, "2.5", "events-2024-03.csv"],
    ]);
    expect(next.unread.first).toMatchObject([
      { line: 3 },
      { file: "events-2024-03.csv", column: "sum", text: "x" },
    ]);
    const alone = await load(march, { plan: next.plan });
    expect([alone.rowCount, alone.columns.at(-1)!.name, alone.files!.length]).toEqual([2, "file", 1]);
    const again = await load(setOf([january, february]), { plan, isExact: true });
    expect([again.rowCount, again.plan]).toEqual([4, plan]);
  });

  test("no digit is lost where one file has whole numbers and the other fractions", async () => {
    const whole = file("n1.csv", "n,x\n9007199254740993,1\n1,2\n");
    const broken = file("n2.csv", "n,x\n1.5,2.25\n");
    await load(setOf([whole, broken]));
    expect((await texts()).map(([n, x]) => [n, x])).toEqual([
      ["9007199254740993", "1.0"],
      ["1", "2.0"],
      ["1.5", "2.25"],
    ]);
  });

  test("typed files: a column becomes wide enough for both, text where a number would be another", async () => {
    const ipc = (columns: Record<string, BigInt64Array | Float64Array | Int32Array>) =>
      tableToIPC(tableFromArrays(columns), "stream") as BlobPart;
    const one = file("a1.arrows", ipc({ n: BigInt64Array.of(2n ** 53n + 1n), m: BigInt64Array.of(7n) }));
    const two = file(
      "a2.arrows",
      ipc({ m: Float64Array.of(0.5), n: Float64Array.of(0.1), k: Int32Array.of(3) }),
    );
    const loaded = await load(setOf([one, two]));
    expect(await texts()).toEqual([
      ["9007199254740993", "7.0", null, "a1.arrows"],
      ["0.1", "0.5", "3", "a2.arrows"],
    ]);
    expect(loaded.columns.map(({ type }) => type)).toEqual(["VARCHAR", "DOUBLE", "INTEGER", "VARCHAR"]);
  });

  test("a zip archive of a series is one table; of other files the first is read", async () => {
    const archive = await zipOf({ "m/log-01.csv": "a,b\n1,2\n", "m/log-02.csv": "b,a\n3,4\n5,6\n" });
    const loaded = await load(file("logs.zip", archive));
    expect((await texts()).map((row) => row.join(" "))).toEqual([
      "1 2 m/log-01.csv",
      "4 3 m/log-02.csv",
      "6 5 m/log-02.csv",
    ]);
    expect(loaded.others).toBeUndefined();
    const other = await load(file("logs.zip", archive), { entry: "m/log-02.csv" });
    expect([other.rowCount, other.files]).toEqual([2, undefined]);
  });

  test("files of two formats are refused by name", async () => {
    const set = setOf([january, file("events-2024-02.csv", '[{"id": 1}]')]);
    await expect(load(set)).rejects.toMatchObject({
      code: "not-a-table",
      message: "not one table: events-2024-02.csv is json, events-2024-01.csv is text",
    });
  });

  test("the beginning is that of the first file or of the one that is asked for, with the columns of all", async () => {
    const set = setOf([january, february]);
    const look = (known: Known) => previewFile(database, set, { peeks: peeksHere, known });
    const seen = await look({});
    const files = ["events-2024-01.csv", "events-2024-02.csv"];
    expect(seen.rows[0]).toEqual(["007", "2024-02-01", "1,5", null, "events-2024-01.csv"]);
    expect(seen.lines![0]).toBe("id;day;sum");
    expect(seen.joined).toEqual({ files, shown: files[0], lacks: ["plan"] });
    const next = await look({ plan: seen.plan, isExact: true, shown: files[1]! });
    expect(next.rows).toEqual([["10", "2024-02-05", null, "a", "events-2024-02.csv"]]);
    expect(next.unread).toMatchObject([{ file: "events-2024-02.csv", line: 3, text: "06.02.2024,11,b,c" }]);
    expect(next.lines![0]).toBe("day,ID,plan");
    expect(next.joined).toEqual({ files, shown: files[1], lacks: ["sum"] });
    expect(next.plan).toEqual(seen.plan);
    expect((await look({ plan: seen.plan, isExact: true, shown: "gone.csv" })).joined!.shown).toBe(files[0]);
    expect((await previewFile(database, january, { peeks: peeksHere })).joined).toBeNull();
  });

  test("a file of an archive or of JSON is shown like one of a set, and the others are not opened for it again", async () => {
    const archive = file(
      "logs.zip",
      await zipOf({ "m/log-01.csv": "a,b\n1,2\n", "m/log-02.csv": "b,a\n3,4\n5,6\n" }),
    );
    const packed = await previewFile(database, archive, {
      peeks: peeksHere,
      known: { shown: "m/log-02.csv" },
    });
    expect(packed.rows.map((row) => row.join(" "))).toEqual(["4 3 m/log-02.csv", "6 5 m/log-02.csv"]);
    const many = Array.from({ length: 20 }, (_, i) => file(`e${i}.json`, `[{"a": ${i}, "b": 3}]`));
    const set = setOf(many);
    const { plan } = await previewFile(database, set, { peeks: peeksHere });
    const opened = vi.spyOn(Blob.prototype, "stream");
    onTestFinished(() => opened.mockRestore());
    const known = { plan, isExact: true, shown: "e7.json" };
    expect((await previewFile(database, set, { peeks: peeksHere, known })).rows).toEqual([
      ["7", "3", "e7.json"],
    ]);
    expect(opened.mock.calls.length).toBeLessThan(many.length / 2);
  });
});

describe("sets and series", () => {
  test("a set holds its files as they are, in the order of their numbers", async () => {
    const set = setOf([file("p10.csv", "ten"), file("p9.csv", "nine"), file("p9.csv", "again")]);
    const inside = (await filesInSet(set))!;
    expect(inside.map(({ name }) => name)).toEqual(["p9.csv", "p9.csv (2)", "p10.csv"]);
    expect(await Promise.all(inside.map((one) => one.file.text()))).toEqual(["nine", "again", "ten"]);
    expect(await filesInSet(january)).toBeNull();
  });

  test("names that differ by numbers or months are a series, copies and other names are not", () => {
    const names = [
      "e-2024-01.csv",
      "users.csv",
      "e-2024-2.csv",
      "e-2024-01 (1).csv",
      "Jan 2024.xlsx",
      "March 2023.xlsx",
    ];
    expect(guessSeries(names)).toEqual([[0, 2], [1], [3], [4, 5]]);
    expect(setName(["events-2024-01.csv", "events-2024-02.csv"])).toBe("events-2024-*.csv");
    expect(setName(["e-9.csv", "e-10.csv"])).toBe("e-*.csv");
    expect(setName(["a/e.csv", "b/e.csv"])).toBe("e.csv");
  });

  test.each([
    ["TINYINT", "UBIGINT", "HUGEINT"],
    ["INTEGER", "BIGINT", "BIGINT"],
    ["UTINYINT", "SMALLINT", "SMALLINT"],
    ["INTEGER", "DOUBLE", "DOUBLE"],
    ["DECIMAL(10,2)", "DECIMAL(8,4)", "DECIMAL(12,4)"],
    ["DECIMAL(20,5)", "DOUBLE", "VARCHAR"],
    ["HUGEINT", "DECIMAL(38,2)", "VARCHAR"],
    ["DATE", "TIMESTAMP", "TIMESTAMP"],
    ["BOOLEAN", "INTEGER", "VARCHAR"],
  ])("%s and %s are %s", (one, other, both) => {
    expect([unitedType(one, other).type, unitedType(other, one).type]).toEqual([both, both]);
  });
});
