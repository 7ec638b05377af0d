import type { Column, Database } from "../../engine";
import { hasHoles } from "../kinds";
import type { Cell } from "../model";
import { describable, describeAhead, queriesAhead } from "./columns-ahead";
import type { SessionStore } from "./store";

/** A hand that types rests about this long between two thoughts. */
const restMs = 300;

/**
 * Finds the columns of queries that were changed and have not run, so that TypeScript below knows them at once. Only where
 * there is TypeScript to know it, in a cell of its own or in `${…}`.
 */
export function watchColumns(store: SessionStore, database: () => Promise<Database>): void {
  const known = new Map<string, readonly Column[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen = store.session();

  store.subscribe(() => {
    const now = store.session();
    const isSame =
      now.notebook.cells === seen.notebook.cells && now.tables === seen.tables && now.runs === seen.runs;
    seen = now;
    if (isSame || !now.notebook.cells.some(holdsCode)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void look(), restMs);
  });

  async function look(): Promise<void> {
    const session = store.session();
    if (session.engine.state !== "ready") return;
    const tables = Object.values(session.tables).map(({ load }) => load);
    const found = new Map<string, readonly Column[] | null>();
    for (const query of queriesAhead(session)) {
      const text = describable(query, (cell) => found.get(cell));
      found.set(query.cell, text === null ? null : await describedOnce(text, [query.basis, ...tables]));
      // Asked with texts that are no longer there: the next look is under way already.
      if (store.session().notebook.cells !== session.notebook.cells) return;
    }
    store.send({ type: "columns-found", columns: Object.fromEntries(found) });
  }

  async function describedOnce(text: string, basis: readonly unknown[]): Promise<readonly Column[] | null> {
    const key = [text, ...basis].join("\n");
    const before = known.get(key);
    if (before) return before;
    const columns = await describeAhead(await database(), text);
    if (known.size > 500) known.clear();
    if (columns) known.set(key, columns);
    return columns;
  }
}

function holdsCode(cell: Cell): boolean {
  return cell.kind === "typescript" || ((cell.kind === "sql" || cell.kind === "markdown") && hasHoles(cell));
}
