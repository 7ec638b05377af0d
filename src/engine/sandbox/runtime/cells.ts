import type { PlainValue } from "../../data/plain-value";
import { nowhere, type Fault, type FromWorker, type RelationWanted } from "../protocol";
import type { CellRun, Expression, NameSource, Relation } from "../sandbox";
import { cellFunction } from "./cell-function";
import { cellScope, type Run } from "./cell-scope";
import { describeValue } from "./describe-value";
import { faultOf } from "./fault-of";
import type { HeldTables } from "./held-tables";
import { fromPlain, toPlain } from "./plain";
import type { Question } from "./questions";
import { RuntimeFault } from "./runtime-fault";
import type { CellShow } from "./show";
import { toRelation } from "./table";

/** The cells of this worker: their runs, and the values they have defined. */
export interface Cells {
  run(wanted: CellRun): Promise<void>;
  evaluate(
    expressions: readonly Expression[],
    names: Readonly<Record<string, NameSource>>,
  ): Promise<readonly PlainValue[]>;
  relationOf(what: RelationWanted): Relation;
  forget(cells: readonly string[]): void;
  faultOf(thrown: unknown, cell: string): Fault;
  /** An error that nobody waited for: shown where it came from. */
  strayError(thrown: unknown): void;
}

interface Inside {
  readonly show: CellShow;
  readonly tables: HeldTables;
  ask(cell: string, number: number, question: Question): Promise<unknown>;
  post(message: FromWorker): void;
}

interface LiveRun extends Run {
  readonly label: string;
  end(): void;
}

export function createCells({ show, tables, ask, post }: Inside): Cells {
  const runs = new Map<string, LiveRun>();
  const defined = new Map<string, { readonly cell: string; value: unknown }>();
  const labelOf = (cell: string) => (cell === nowhere ? "" : (runs.get(cell)?.label ?? null));
  const plainOf = (value: unknown) => toPlain(value, tables.nameOf);

  function begin({ cell, number, label, width }: CellRun): LiveRun {
    runs.get(cell)?.end();
    let resolve = () => {};
    const invalidation = new Promise<void>((done) => (resolve = done));
    const run: LiveRun = {
      cell,
      number,
      label,
      width,
      invalidation,
      isOver: false,
      end() {
        run.isOver = true;
        resolve();
      },
    };
    runs.set(cell, run);
    show.begin(cell, number, width);
    return run;
  }

  function undefine(cell: string): void {
    for (const [name, one] of defined) if (one.cell === cell) defined.delete(name);
  }

  function valueOf(name: string, source: NameSource): unknown {
    if (source.from === "plain") return fromPlain(source.value);
    if (source.from === "table") return tables.get(source.key);
    const found = defined.get(name);
    if (!found) throw new RuntimeFault("code", `not defined yet: ${name}`);
    return found.value;
  }

  const valuesOf = (names: Readonly<Record<string, NameSource>>) =>
    Object.fromEntries(Object.entries(names).map(([name, source]) => [name, valueOf(name, source)]));

  async function run(wanted: CellRun): Promise<void> {
    const { cell, number } = wanted;
    const current = begin(wanted);
    try {
      const values = await valuesAfter(wanted, current);
      if (current.isOver) return;
      undefine(cell);
      for (const [name, value] of values) defined.set(name, { cell, value });
      const told = values.map(([name, value]) => ({ name, description: describeValue(value) }));
      post({ type: "done", cell, number, defined: told });
    } catch (thrown) {
      if (current.isOver) return;
      undefine(cell);
      post({ type: "failed", cell, number, fault: faultOf(thrown, cell, labelOf) });
    }
  }

  async function valuesAfter(wanted: CellRun, current: LiveRun): Promise<(readonly [string, unknown])[]> {
    const { cell } = wanted;
    const scope = cellScope(current, { show, ask, toPlain: plainOf });
    const body = cellFunction(cell, wanted.body, { ...scope, ...valuesOf(wanted.names) });
    let own: Readonly<Record<string, unknown>> = {};
    let result: unknown;
    const views = new Map<string, unknown>();
    await body({
      __result: (value) => (result = value),
      __define: (values) => (own = values),
      __view: (name, element) => {
        if (current.isOver) return undefined;
        const value = show.view(cell, name, element, (later) => {
          if (current.isOver) return;
          views.set(name, later);
          const known = defined.get(name);
          if (known?.cell === cell) known.value = later;
        });
        return value;
      },
    });
    const shown = await result;
    if (!current.isOver && shown !== undefined) show.display(cell, shown);
    return wanted.defines.map((name) => [name, views.has(name) ? views.get(name) : own[name]] as const);
  }

  return {
    run,

    async evaluate(expressions, names) {
      const never = new Promise<void>(() => undefined);
      const place = { cell: nowhere, number: 0, width: 0, invalidation: never, isOver: false };
      const scope = cellScope(place, { show, ask, toPlain: plainOf });
      const values = valuesOf(names);
      const found: PlainValue[] = [];
      for (const { body } of expressions) {
        const evaluated = cellFunction(nowhere, body, { ...scope, ...values });
        found.push(plainOf(await evaluated({ __result: ignore, __define: ignore, __view: () => undefined })));
      }
      return found;
    },

    relationOf(what) {
      if (!("name" in what)) return show.relationOf(what.cell, what.part);
      const found = defined.get(what.name);
      if (!found) throw new RuntimeFault("not-a-table", `not defined yet: ${what.name}`);
      return toRelation(found.value);
    },

    forget(cells) {
      for (const cell of cells) {
        runs.get(cell)?.end();
        runs.delete(cell);
        undefine(cell);
        show.forget(cell);
      }
    },

    faultOf: (thrown, cell) => faultOf(thrown, cell, labelOf),

    strayError(thrown) {
      const [frame] = faultOf(thrown, "", labelOf).frames;
      if (frame && runs.has(frame.cell)) show.log(frame.cell, "error", [thrown]);
    },
  };
}

function ignore(): void {
  // What these say has no meaning outside of a cell.
}
