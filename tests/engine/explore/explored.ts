import {
  type ColumnProfile,
  type Database,
  filterSql,
  join,
  name,
  type Piece,
  profileTable,
  sql,
  written,
} from "../../../src/engine";

/** A table `t` with a column for each type, named as the type, of these SQL values; and its profile. */
export async function explored(
  database: Database,
  columns: Readonly<Record<string, readonly string[]>>,
): Promise<ColumnProfile[]> {
  const types = Object.keys(columns);
  const count = Math.max(...Object.values(columns).map(({ length }) => length));
  const rows = Array.from({ length: count }, (_, row) =>
    written(`(${types.map((type) => columns[type]![row] ?? "null").join(", ")})`),
  );
  const casts = types.map((type, i) => sql`${name(`c${i}`)}::${written(type)} as ${name(type)}`);
  const names = types.map((_, i) => name(`c${i}`));
  await database.query(sql`create or replace table t as
    select ${join(casts, ", ")} from (values ${join(rows, ", ")}) as v(${join(names, ", ")})`);
  return profileTable(database, "t");
}

/** Everything of a column that can be pointed at, with the rows it is said to have. */
export function parts(profile: ColumnProfile): { piece: Piece; count: number }[] {
  const { histogram, apart, rows, filled, blank, kind } = profile;
  const shown =
    histogram.form === "bins"
      ? histogram.bins.map(({ count, ...range }) => ({ piece: { form: "range" as const, ...range }, count }))
      : histogram.values.map(({ value, count }) => ({ piece: { form: "value" as const, value }, count }));
  const more = (form: "nan" | "infinite" | "empty" | "blank", count = 0) => ({ piece: { form }, count });
  const isMoment = kind === "date" || kind === "timestamp";
  return [
    ...shown,
    { piece: { form: "missing" }, count: rows - filled },
    ...(kind === "number" ? [more("nan", apart?.nan)] : []),
    ...(kind === "number" || isMoment ? [more("infinite", apart?.infinite)] : []),
    ...(profile.type === "VARCHAR"
      ? [more("empty", apart?.empty), more("blank", blank - (apart?.empty ?? 0))]
      : []),
  ];
}

/** How many rows of `t` each filter lets through. */
export async function rowsThat(
  database: Database,
  filters: readonly { readonly column: ColumnProfile; readonly pieces: readonly Piece[] }[],
): Promise<number[]> {
  const counts = filters.map((filter) => sql`count_if(coalesce(${filterSql([filter])}, false))`);
  const answer = await database.query(sql`select ${join(counts, ", ")} from t`);
  return filters.map((_, i) => Number(answer.value(0, i)));
}
