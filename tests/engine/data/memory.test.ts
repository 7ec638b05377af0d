import { expect, test } from "vitest";
import { importFile, memoryUse, sql } from "../../../src/engine";
import { openTestDatabase } from "../open-database";

test("what does not fit is said to be so by the step that asked, and costs nothing that is there", async () => {
  const database = await openTestDatabase({ memory: "36MB" });
  const small = new File(["id,n\na,1\nb,2\n"], "small.csv");
  await importFile(database, small, { table: "small" });
  const before = await memoryUse(database);
  expect(before.limit).toBeCloseTo(36e6, -5);
  expect(before.used).toBeLessThan(before.limit / 2);

  const lines = Array.from(
    { length: 400_000 },
    (_, i) => `${crypto.randomUUID()},${i},${crypto.randomUUID()}`,
  );
  const large = new File([`id,n,text\n${lines.join("\n")}\n`], "large.csv");
  await expect(importFile(database, large, { table: "small" })).rejects.toMatchObject({
    code: "out-of-memory",
  });
  const hungry = sql`select count(distinct range) as n from range(3000000)`;
  await expect(database.query(hungry)).rejects.toMatchObject({ code: "out-of-memory" });

  // The table that was to be replaced stands as it was, nothing half-loaded is left, and there is room again.
  const rows = await database.query(sql`select id, n from small order by id`);
  expect(rows.values("id")).toEqual(["a", "b"]);
  const shown = await database.query(sql`select table_name from duckdb_tables()`);
  expect(shown.values("table_name")).toEqual(["small"]);
  expect((await memoryUse(database)).used).toBeLessThan(before.limit / 2);
  await importFile(database, small, { table: "again" });
  await database.close();
});
