import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { type Database, fileSet, importFile, name, sql, written } from "../../../src/engine";
import { openTestDatabase } from "../open-database";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

const fileOf = (content: string) => new File([content], "t.csv");

describe("on the way", () => {
  const rows = "12345,2024-01-01 10:00:00,some text that takes room\n";
  const big = fileOf(`a,b,c\n${rows.repeat(100_000)}`);
  const small = fileOf(`a,b,c\n${rows.repeat(1000)}`);

  test("progress goes up to the end at most", async () => {
    const shares: number[] = [];
    // A clock that says that long ago was asked: how fast the machine reads decides nothing.
    let now = performance.now();
    const clock = vi.spyOn(performance, "now").mockImplementation(() => (now += 1000));
    onTestFinished(() => clock.mockRestore());
    const files = [1, 2, 3].map((n) => ({ file: small, name: `part-${n}.csv` }));
    await importFile(database, fileSet(files), {
      table: "big",
      onProgress: ({ share }) => shares.push(share),
    });
    expect(shares.some((share) => share > 0 && share < 1)).toBe(true);
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  test("a cancel at any step leaves the table that was there before, or the whole new one, and nothing else", async () => {
    let stopped = 0;
    for (let step = 1, loaded = false; !loaded; step++) {
      await database.query(sql`create or replace table big as select 1 as before`);
      const stop = new AbortController();
      try {
        await importFile(stoppingAt(step, stop), small, { table: "big", signal: stop.signal });
        loaded = !stop.signal.aborted;
        expect(await countOf("big")).toBe(1000);
      } catch (error) {
        expect(error).toMatchObject({ code: "stopped" });
        expect((await database.query(sql`from ${name("big")}`)).rows()).toEqual([{ before: 1 }]);
        stopped++;
      }
      expect(await leftOvers()).toEqual([]);
    }
    expect(stopped).toBeGreaterThan(0);
  });

  test.each([
    ["by SQL", "create table", fileOf(`a,b,c\nn/a,,\n${rows.repeat(100_000)}`)],
    ["as values", "append", big],
  ])(
    "a cancel while rows go in %s leaves the table that was there before, and nothing else",
    async (_, step, file) => {
      await database.query(sql`create or replace table big as select 1 as before`);
      const stop = new AbortController();
      const loading = importFile(stoppingAt(step, stop), file, { table: "big", signal: stop.signal });
      await expect(loading).rejects.toMatchObject({ code: "stopped" });
      expect((await database.query(sql`from ${name("big")}`)).rows()).toEqual([{ before: 1 }]);
      expect(await leftOvers()).toEqual([]);
    },
  );

  test("a file of which no line can be read leaves the table that was there before", async () => {
    await database.query(sql`create or replace table big as select 1 as before`);
    await expect(importFile(database, fileOf('a,b\n"1,2'), { table: "big" })).rejects.toMatchObject({
      code: "not-a-table",
    });
    await expectAsBefore();
  });

  /** Stops while the database works on its n-th question, or on one that begins so. */
  function stoppingAt(step: number | string, stop: AbortController): Database {
    let asked = 0;
    return {
      ...database,
      query(question, options) {
        const answer = database.query(question, options);
        if (++asked === step || question.text.startsWith(String(step))) stop.abort();
        return answer;
      },
      appendArrow(...given) {
        if (step === "append") stop.abort();
        return database.appendArrow(...given);
      },
    };
  }

  const countOf = async (table: string) =>
    Number((await database.query(sql`select count(*) as n from ${name(table)}`)).value(0, "n"));

  async function expectAsBefore(): Promise<void> {
    expect((await database.query(sql`from big`)).rows()).toEqual([{ before: 1 }]);
    expect(await leftOvers()).toEqual([]);
  }

  async function leftOvers(): Promise<unknown[]> {
    const left = written(
      "from duckdb_tables() select table_name where table_name like 'rejects%' or table_name like 'coming%'",
    );
    return (await database.query(left)).rows();
  }
});
