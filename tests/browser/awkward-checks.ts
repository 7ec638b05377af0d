import { tableNameFor } from "../../src/engine/data/table-name";
import type { Check, Expected } from "../reference/awkward-files";

/** Of these no table is right: they are refused, and it is said why. */
export const refused = ["empty.csv", "bom_only.csv", "html_table_named.xls"];

/** No single number of rows is right; a test of their own has them. */
const apart = new Set([...refused, "ragged_rows.csv"]);

/** As many things as one query looks at. */
const mostAtOnce = 30;

/** A notebook whose queries say how many things they looked at, and which are otherwise than they should be. */
export function checkNotebook(all: readonly Expected[]): {
  readonly text: string;
  readonly says: readonly string[];
} {
  const checks = all.filter(({ file }) => !apart.has(file)).flatMap(checksOf);
  const groups = Array.from({ length: Math.ceil(checks.length / mostAtOnce) }, (_, i) =>
    checks.slice(i * mostAtOnce, (i + 1) * mostAtOnce),
  );
  const cells = groups.map((group, i) => ({
    cell_type: "code",
    id: `check-${i}`,
    execution_count: null,
    metadata: { ebb: { kind: "sql" } },
    outputs: [],
    source: queryFor(group),
  }));
  return {
    text: JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: { title: "Checks" }, cells }),
    says: groups.map(({ length }) => `${length} all right`),
  };
}

function queryFor(checks: readonly OneCheck[]): string {
  const rows = checks.map(
    ({ what, got, want }) => `select ${text(what)} as what, (${got})::varchar as got, ${text(want)} as want`,
  );
  const isEqual = "got = want or abs(try_cast(got as double) - try_cast(want as double)) < 1e-6";
  const otherwise = `string_agg(what || ': ' || coalesce(got, 'NULL'), '; ') filter (not coalesce(${isEqual}, false))`;
  return `with checks as (${rows.join("\nunion all\n")})
select count(*) || ' ' || coalesce(${otherwise}, 'all right') as said from checks`;
}

interface OneCheck {
  readonly what: string;
  readonly got: string;
  readonly want: string;
}

function checksOf(expected: Expected): OneCheck[] {
  const table = tableNameFor(expected.file, []);
  const columnsOf = `duckdb_columns() where schema_name = 'main' and table_name = ${text(table)}`;
  const listed = `select string_agg(column_name, ' | ' order by column_index) from ${columnsOf}`;
  const check = (what: string, got: string, want: unknown): OneCheck => ({
    what: `${table} ${what}`,
    got,
    want: String(want),
  });
  const over = (column: string, { sum, missing, yes, ...rest }: Check) => [
    ...(sum === undefined ? [] : [check(`sum ${column}`, `select sum(${column}) from ${table}`, sum)]),
    ...(missing === undefined
      ? []
      : [check(`missing ${column}`, `select count(*) - count(${column}) from ${table}`, missing)]),
    ...(yes === undefined
      ? []
      : [check(`yes ${column}`, `select count(*) filter (${column}) from ${table}`, yes)]),
    ...Object.entries(rest).map(([key, want]) =>
      check(`${key} ${column}`, `select ${key}(${column}) from ${table}`, want),
    ),
  ];
  const { rows, columns, column_count: width, file } = expected;
  // Without a header, or with one that cannot be names as it is, the names are Ebb's own.
  const own = file === "duplicate_and_empty_headers.csv" || !columns?.length ? undefined : columns;
  const wide = width ?? (columns?.length || undefined);
  return [
    ...(rows === undefined ? [] : [check("rows", `select count(*) from ${table}`, rows)]),
    ...(wide === undefined ? [] : [check("width", `select count(*) from ${columnsOf}`, wide)]),
    ...(own ? [check("columns", listed, own.join(" | "))] : []),
    ...Object.entries(expected.checks ?? {}).flatMap(([name, each]) => over(quoted(name), each)),
    ...Object.entries(expected.distinct ?? {}).map(([name, n]) =>
      check(`distinct ${name}`, `select count(distinct ${quoted(name)}) from ${table}`, n),
    ),
    ...(expected.cells ?? []).map(({ row, column, value }) =>
      check(
        `cell ${row} ${column}`,
        `select ${quoted(column)} from ${table} limit 1 offset ${row - 1}`,
        value,
      ),
    ),
  ];
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text with line breaks in it is told by their codes: an editor would write them its own way. */
function text(value: string): string {
  return value
    .split(/([\r\n\t])/)
    .map((part) =>
      /^[\r\n\t]$/.test(part) ? `chr(${part.charCodeAt(0)})` : `'${part.replaceAll("'", "''")}'`,
    )
    .join(" || ");
}
