import { tableFromArrays, tableToIPC } from "apache-arrow";
import { beforeAll, expect, test } from "vitest";
import { type Database, importFile, sql } from "../../../src/engine";
import { type Reader, reader } from "../../../src/engine/import/reader";
import { openTestDatabase } from "../open-database";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

const batch = (ids: readonly string[]) => tableToIPC(tableFromArrays({ id: ids }), "stream").slice();

const inBatches = (parts: readonly { content: Uint8Array<ArrayBuffer>; rowCount: number }[]): Reader => ({
  sniff: (file, known) => reader.sniff(file, known),
  async *parts() {
    for (const part of parts) yield { form: "arrow", ...part, rejected: [], bytesRead: 1 };
  },
});

test("batches that need no change are put one below another, and one that was cut off is noticed", async () => {
  const file = new File([batch(["a"])], "t.arrow");
  const good = inBatches([
    { content: batch(["a", "b"]), rowCount: 2 },
    { content: batch(["c"]), rowCount: 1 },
    { content: batch(["d", "e"]), rowCount: 2 },
  ]);
  expect((await importFile(database, file, { table: "t", reader: good })).rowCount).toBe(5);
  expect((await database.query(sql`from t`)).values("id")).toEqual(["a", "b", "c", "d", "e"]);
  const cut = inBatches([
    { content: batch(["x"]), rowCount: 1 },
    { content: batch(["y", "z"]).slice(0, -120), rowCount: 2 },
  ]);
  await expect(importFile(database, file, { table: "t", reader: cut })).rejects.toMatchObject({
    code: "unreadable-file",
  });
  // What was there before is untouched.
  expect((await database.query(sql`select count(*) as n from t`)).value(0, "n")).toEqual(5);
});
