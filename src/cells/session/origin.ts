import { folded, upstream, type Linked } from "../../engine";
import { takesChance, tablesOf } from "../kinds";
import { sha256, type Cell, type ResultOrigin } from "../model";
import { labelOf, tableNode } from "./dependencies";
import { runOf, type Session } from "./session";

/** All but the engine, which only whoever runs it knows. */
export type Origin = Omit<ResultOrigin, "engine">;

/** What a cell that begins to run is reckoned from: files, its own text, and the texts and inputs above it. */
export function originOf(session: Session, cell: Cell, linked: Linked): Origin {
  const { cells, data } = session.notebook;
  const nodes = new Set(upstream(linked, [cell.id]));
  const above = cells.flatMap((one, i) => (nodes.has(one.id) ? [{ one, label: labelOf(one, i) }] : []));
  const tables = new Set([...nodes].map(folded));
  // An analysis may read the result of a cell, which has a meaning of its own and no file.
  const own = new Set(cell.kind === "analysis" ? tablesOf(cell).map(folded) : []);
  const inputs = above.flatMap(({ one }) => (one.kind === "input" ? [[one.name, one.value] as const] : []));
  const codes = above.flatMap(({ one, label }) => {
    const text = textOf(session, one);
    return text === null ? [] : [{ cell: label, sha256: sha256(text) }];
  });
  const code = textOf(session, cell, "source" in cell ? cell.source : null);
  const varies = [cell, ...above.map(({ one }) => one)].some(takesChance);
  return {
    data: data
      .filter(({ table }) => tables.has(folded(tableNode(table))) || own.has(folded(table)))
      .map(({ table, fileName, rowCount, sha256: hash }) => ({
        table,
        file: fileName,
        rows: rowCount,
        ...(hash !== undefined && { sha256: hash }),
      })),
    ...(code !== null && { code: sha256(code) }),
    ...(codes.length > 0 && { above: codes }),
    ...(inputs.length > 0 && { inputs: Object.fromEntries(inputs) }),
    ...(varies && { varies }),
  };
}

/** Of a cell above, the text that gave what is read, which may have been changed since. */
function textOf(session: Session, cell: Cell, now?: string | null): string | null {
  if (cell.kind !== "sql" && cell.kind !== "typescript" && cell.kind !== "markdown") return null;
  return now ?? runOf(session, cell.id).source ?? cell.source;
}
