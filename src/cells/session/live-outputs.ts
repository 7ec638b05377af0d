import type { CellHost, Column, Database, OutputPart, Sandbox, TreeChange } from "../../engine";
import { resultRelation } from "../kinds";
import { sql } from "../../engine";
import type { CodeTables } from "./code-tables";
import type { Event } from "./event";
import { windowOf } from "./queries";
import { runOf, type Session } from "./session";
import type { LiveOutput } from "./workbench";

interface Surroundings {
  readonly sandbox: () => Sandbox;
  readonly database: () => Promise<Database>;
  readonly tables: CodeTables;
  readonly session: () => Session;
  readonly send: (event: Event) => void;
}

/** As often as a screen is drawn: a thousand parts in a moment are one change of the page. */
const togetherMs = 16;
/** Changes kept for a tree that leaves the page and comes back. */
const mostKept = 20_000;

/** The shown side of running code: its parts on their way to the session, and its trees while their code is alive. */
export function liveOutputs({ sandbox, database, tables, session, send }: Surroundings) {
  const lives = new Map<string, Life>();

  function begin(cell: string, number: number): Life {
    lives.get(cell)?.flush();
    const life = newLife(cell, number);
    lives.set(cell, life);
    return life;
  }

  function newLife(cell: string, number: number): Life {
    let waiting: OutputPart[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = false;
    const kept = new Map<number, TreeChange[]>();
    const listeners = new Map<number, Set<(changes: readonly TreeChange[]) => void>>();
    const asTables = new Map<number, Promise<{ columns: readonly Column[]; rowCount: number }>>();
    const generation = sandbox().generation;
    const isAlive = () => lives.get(cell) === life && sandbox().generation === generation;
    const flush = () => {
      clearTimeout(timer);
      timer = undefined;
      const parts = waiting;
      waiting = [];
      if (parts.length) send({ type: "parts-shown", cell, number, parts });
    };
    const host: Pick<CellHost, "show" | "change" | "viewChanged"> = {
      show(part) {
        waiting.push(part);
        timer ??= setTimeout(flush, togetherMs);
      },
      change(part, changes) {
        const known = kept.get(part) ?? [];
        if (known.length < mostKept) kept.set(part, [...known, ...changes]);
        for (const listener of listeners.get(part) ?? []) listener(changes);
      },
      viewChanged(name) {
        tables.changed(cell);
        send({ type: "view-changed", cell, number, name });
      },
    };
    const table = (part: number) => {
      const id = `${cell}#${part}`;
      const found =
        asTables.get(part) ??
        sandbox()
          .relationOf({ cell, part })
          .then(async (relation) => {
            await tables.keep(id, relation);
            const columns = await (await database()).describe(sql`from ${resultRelation(id)}`);
            return { columns, rowCount: relation.rowCount };
          });
      asTables.set(part, found);
      return found;
    };
    const live: LiveOutput = {
      subscribe(part, listener) {
        const heard = listeners.get(part) ?? new Set();
        listeners.set(part, heard.add(listener));
        const before = kept.get(part);
        if (before?.length) listener(before);
        return () => heard.delete(listener);
      },
      send(event) {
        if (isAlive()) return sandbox().dispatch(cell, event);
        // What is shown is still true, but its code went with a stop of another cell: it is run again for the hand that asks.
        const { status, held } = runOf(session(), cell);
        if (asked || held || status !== "fresh" || session().notebook.settings.runMode !== "auto") return;
        asked = true;
        send({ type: "run-requested", cells: [cell] });
      },
      expand: (ref) => sandbox().expand(cell, ref),
      tableOf: table,
      async shown(part) {
        await table(part);
        return { cell: `${cell}#${part}` };
      },
      async rows(part, offset, limit, order) {
        return windowOf(await database(), await live.shown(part), offset, limit, order);
      },
    };
    const life: Life = { number, host, live, flush, withoutTables: () => asTables.clear() };
    return life;
  }

  return {
    begin,
    of(cell: string): LiveOutput | null {
      return lives.get(cell)?.live ?? null;
    },
    forget(cells: readonly string[]): void {
      for (const cell of cells) lives.delete(cell);
    },
    clear(): void {
      lives.clear();
    },
    withoutTables(): void {
      for (const life of lives.values()) life.withoutTables();
    },
  };
}

export type LiveOutputs = ReturnType<typeof liveOutputs>;

interface Life {
  readonly number: number;
  readonly host: Pick<CellHost, "show" | "change" | "viewChanged">;
  readonly live: LiveOutput;
  /** What is still on its way goes now. */
  flush(): void;
  /** The rows that were put into the database are not there any more. */
  withoutTables(): void;
}
