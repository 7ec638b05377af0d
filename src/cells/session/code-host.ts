import { anyActivity, guessRoles, workAside } from "../../analyses";
import {
  EngineError,
  folded,
  name,
  sql,
  written,
  type CellHost,
  type Database,
  type Sql,
} from "../../engine";
import { queryOf, requestOf, runAnalysisCell, tablesOf } from "../kinds";
import type { AnalysisCell, DataSlot } from "../model";
import type { Session } from "./session";

/** What code may ask of the page: one query at a time, that changes nothing, and analyses. */
export function codeHost(
  database: () => Promise<Database>,
  session: () => Session,
): Pick<CellHost, "query" | "analyse"> {
  return {
    async query(text, signal) {
      const found = queryOf(text);
      if (!found) throw new EngineError("not-a-query", "nothing to ask: the text of sql`…` is empty");
      if ("refused" in found) throw new EngineError("not-a-query", `not a query: ${found.refused}`);
      return (await database()).arrow(written(found.query), { signal });
    },
    async analyse(id, options, signal) {
      const { table = "", ...params } = isRecord(options) ? options : {};
      const asked: AnalysisCell = {
        kind: "analysis",
        id: "asked-by-code",
        name: "",
        foreign: {},
        saved: null,
        analysis: id,
        table: String(table),
        params,
      };
      const data = await database();
      const slot = asked.table ? await slotFor(asked.table, session(), data) : null;
      const others = await Promise.all(tablesOf(asked).map((one) => slotFor(one, session(), data)));
      const request = requestOf(asked, slot, session().notebook.settings.weekStart, others);
      if ("error" in request) throw new EngineError("code", `analyse("${id}"): ${request.error.message}`);
      const work = workAside({ signal, onProgress: () => undefined });
      const ask = (question: Sql) => data.query(question, { signal, isOwn: true });
      const output = await runAnalysisCell(request.request, id, ask, { work });
      return output.result;
    },
  };
}

/** A loaded table with the meaning that was given to it; any other relation with the meaning that its columns suggest. */
async function slotFor(table: string, { notebook }: Session, database: Database): Promise<DataSlot> {
  const known = notebook.data.find((slot) => folded(slot.table) === folded(table));
  if (known) return known;
  const columns = await database.describe(sql`from ${name("main", table)}`);
  return {
    table,
    fileName: "",
    bytes: 0,
    rowCount: 0,
    columns,
    roles: guessRoles(columns),
    rule: anyActivity,
    endIsLastPaidDay: true,
    plan: null,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
