import { expect, test } from "vitest";
import { isNamed, textOrNull } from "../../src/analyses/role-columns";
import { join, sql } from "../../src/engine";
import { openedDatabase } from "./opened-database";

const database = openedDatabase();

/** Blanks of ASCII and beyond, alone and around; signs before "!" and after "~"; letters longer than a byte. */
const ids = [
  "",
  " ",
  "   ",
  "\u00a0",
  "\u3000 ",
  "\t",
  "a",
  " a",
  "a ",
  "\u00a0a",
  "!",
  "~",
  "~a",
  "\u007f",
  "é",
  "0",
  "#1",
];

test("an id is somebody's exactly where it is not blank once trimmed", async () => {
  const rows = join([...ids.map((id) => sql`(${id})`), sql`(null)`], ", ");
  const column = { name: "id", type: "VARCHAR", kind: "text" } as const;
  const table = await database().query(sql`
    select id, coalesce(${isNamed(column)}, false) as quick, ${textOrNull(column)} is not null as plain,
      coalesce(trim(id), '') <> '' as trimmed
    from (values ${rows}) as ids(id)`);
  expect(table.rowCount).toBe(ids.length + 1);
  const told = table.rows();
  expect(told.map(({ id, quick }) => [id, quick])).toEqual(told.map(({ id, trimmed }) => [id, trimmed]));
  expect(told.map(({ plain }) => plain)).toEqual(told.map(({ trimmed }) => trimmed));
  expect(new Set(told.map(({ quick }) => quick)).size).toBe(2);
});
