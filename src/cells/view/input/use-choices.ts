import { useEffect, useState } from "react";
import type { CellError } from "../../kinds";
import type { InputOptions } from "../../model";
import { isAtWork, type Session } from "../../session";
import { useSession, useWorkbench } from "../shell/workbench-context";

export type Choices =
  | { readonly state: "asking" }
  /** A query that came with the notebook: nothing of it runs before somebody wants it to. */
  | { readonly state: "waiting"; readonly ask: () => void }
  | { readonly state: "failed"; readonly error: CellError }
  | { readonly state: "here"; readonly values: readonly string[]; readonly more: boolean };

interface Answer {
  readonly sql: string;
  readonly choices: Choices;
}

/** The choices of a select. Those of a query are asked for again when data that it may read have changed. */
export function useChoices(cell: string, options: InputOptions): Choices {
  const { inputOptions } = useWorkbench();
  const sql = options.from === "query" ? options.sql : null;
  const data = useSession((session) => (sql === null ? "" : dataOf(session, sql.includes("${"))));
  const isWanted = useSession(isAtWork);
  const [asked, setAsked] = useState<string | null>(null);
  const mayAsk = isWanted || (sql !== null && asked === sql);
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    if (sql === null || sql.trim() === "" || !mayAsk) return;
    let current = true;
    void inputOptions(cell).then((found) => {
      if (current) setAnswer({ sql, choices: "error" in found ? failed(found.error) : here(found) });
    });
    return () => {
      current = false;
    };
  }, [inputOptions, cell, sql, data, mayAsk]);
  if (options.from === "list") return { state: "here", values: options.values, more: false };
  if (sql?.trim() === "") return { state: "here", values: [], more: false };
  if (!mayAsk) return { state: "waiting", ask: () => setAsked(sql) };
  // An answer of older data stays until the new one comes: nothing flickers.
  return answer?.sql === sql ? answer.choices : { state: "asking" };
}

function failed(error: CellError): Choices {
  return { state: "failed", error };
}

function here({ values, more }: { values: readonly string[]; more: boolean }): Choices {
  return { state: "here", values: [...new Set(values)].filter((one) => one !== ""), more };
}

/** Another text whenever a table or a result is another one, and, where the query reads them, the values of inputs. */
function dataOf({ engine, tables, runs, notebook }: Session, readsInputs: boolean): string {
  const loads = Object.entries(tables).map(([table, { load }]) => `${table}:${load}`);
  const results = notebook.cells.map(({ id, name }) => `${name}:${runs[id]?.finishedAt ?? ""}`);
  const values = readsInputs
    ? notebook.cells.map((cell) => (cell.kind === "input" ? JSON.stringify(cell.value) : ""))
    : [];
  return [engine.state, ...loads, ...results, ...values].join("\n");
}
