import type { Database } from "../../data/database";
import { name, type Sql, sql, written } from "../../data/sql";
import { unitedType } from "../joined/united-type";
import type { ImportPlan } from "../plan";

/**
 * Before the rows of another file come into the table: columns that the files themselves give a type are made wide enough for
 * both, so that no value is rounded on its way in.
 */
export async function uniteTypes(
  database: Database,
  table: string,
  plan: ImportPlan,
  coming: { readonly from: Sql; readonly types: readonly string[] },
): Promise<void> {
  const there = new Map(
    (await database.describe(sql`from ${name(table)}`)).map(({ name, type }) => [name, type]),
  );
  for (const [i, column] of plan.columns.entries()) {
    const [was, given] = [there.get(column.name), coming.types[i]];
    if (column.reading.form !== "stored" || !column.isKept || !was || !given) continue;
    const cell = name(`c${i + 1}`);
    // A column that no file had so far is text without a text.
    const isVoid = await holdsNothing(database, sql`from ${name(table)}`, name(column.name));
    const now = given === "TIMESTAMP WITH TIME ZONE" ? "TIMESTAMP" : given;
    if (now === was || (await holdsNothing(database, sql`from ${coming.from}`, cell))) continue;
    const { type, needsCheck } = isVoid ? { type: now } : unitedType(was, now);
    const isKept =
      !needsCheck ||
      ((await isKeptByDouble(database, sql`from ${name(table)}`, name(column.name), was)) &&
        (await isKeptByDouble(database, sql`from ${coming.from}`, cell, now)));
    const wide = isKept ? type : "VARCHAR";
    if (wide === was) continue;
    await database.run([
      sql`alter table ${name(table)} alter ${name(column.name)} set data type ${written(wide)}`,
    ]);
  }
}

async function holdsNothing(database: Database, from: Sql, cell: Sql): Promise<boolean> {
  const found = await database.query(sql`select count(${cell}) as n ${from}`, { isBrief: true });
  return Number(found.value(0, "n")) === 0;
}

async function isKeptByDouble(database: Database, from: Sql, cell: Sql, type: string): Promise<boolean> {
  if (type === "DOUBLE" || type === "FLOAT") return true;
  const found = await database.query(
    sql`select count(*) as n ${from} where ${cell} is not null and abs(${cell}::hugeint) > ${Number.MAX_SAFE_INTEGER}`,
  );
  return Number(found.value(0, "n")) === 0;
}
