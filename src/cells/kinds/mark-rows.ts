import {
  EngineError,
  join,
  name,
  significantTokens,
  sql,
  type Column,
  type Database,
  type Sql,
  numbered,
  rowNumber,
} from "../../engine";
import type { TableMark } from "../model";

/** Values beyond which marking would be felt: a million take some 60 ms. */
const mostValues = 10_000_000;
/** So few are marked before anybody could stop it. */
const fewValues = 500_000;

/**
 * Marks of the rows of a table that a query has just made: what tells later whether the same rows come out again. `hash` is
 * not the same in all versions of DuckDB, so marks are compared only within one.
 * @param isOrdered The query says in which order its rows come.
 */
export async function markRows(
  relation: Sql,
  { columns, rowCount }: { readonly columns: readonly Column[]; readonly rowCount: number },
  isOrdered: boolean,
  database: Database,
  signal: AbortSignal,
): Promise<TableMark | null> {
  const values = rowCount * columns.length;
  if (values > mostValues) return null;
  const names = columns.map((column) => name(column.name));
  const sums = [
    total(names),
    ...(isOrdered ? [total([rowNumber, ...names])] : []),
    ...names.map((one) => total([one])),
  ];
  const named = sums.map((sum, i) => sql`${sum} as ${name(`m${i}`)}`);
  try {
    const found = await database.query(
      sql`select ${join(named, ", ")} from ${isOrdered ? numbered(relation, columns) : relation}`,
      {
        signal,
        isBrief: values <= fewValues,
      },
    );
    const [rows, ...rest] = sums.map((_, i) => found.text(0, i) ?? "0");
    const ordered = isOrdered ? rest.shift()! : null;
    return { rows: rows!, ordered, columns: rest };
  } catch (error) {
    // A type that cannot be marked must not cost the result itself.
    if (signal.aborted || !(error instanceof EngineError)) throw error;
    return null;
  }
}

function total(values: readonly Sql[]): Sql {
  return sql`sum(hash(${join(values, ", ")})::hugeint)`;
}

/** Whether a query orders the rows it gives: an ORDER BY that stands in no bracket. */
export function isOrderedQuery(query: string): boolean {
  let depth = 0;
  return significantTokens(query).some(({ kind, text }, i, all) => {
    if (kind === "bracket") depth += /[([{]/.test(text) ? 1 : -1;
    return depth === 0 && isWord(all[i], "order") && isWord(all[i + 1], "by");
  });
}

function isWord(token: { readonly kind: string; readonly text: string } | undefined, word: string): boolean {
  return (token?.kind === "keyword" || token?.kind === "name") && token.text.toLowerCase() === word;
}
