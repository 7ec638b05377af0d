import { anyActivity } from "../../../src/analyses";
import type { InputOptionsAnswer } from "../../../src/cells/kinds";
import {
  newControl,
  newInputCell,
  newNotebook,
  type Cell,
  type InputCell,
  type InputControl,
  type InputValue,
} from "../../../src/cells/model";
import type { Workbench } from "../../../src/cells/session";
import type { Event } from "../../../src/cells/session/event";
import { newSession, type Session } from "../../../src/cells/session/session";
import { update } from "../../../src/cells/session/update";
import { NotebookView } from "../../../src/cells/view/cell";
import { Surrounding, surroundings } from "../../../src/cells/view/shell/workbench-context";

const list = (form: "select" | "multi-select", ...values: string[]): InputControl => ({
  form,
  options: { from: "list", values },
});
const query = (sql: string): InputControl => ({ form: "select", options: { from: "query", sql } });
const cities = [
  "Aachen",
  "Augsburg",
  "Berlin",
  "Bonn",
  "Bremen",
  "Dresden",
  "Erfurt",
  "Essen",
  "Hamburg",
  "Kiel",
];

function input(name: string, label: string, control: InputControl, value: InputValue): InputCell {
  return { ...newInputCell(control.form), id: `in-${name || "nameless"}`, name, label, control, value };
}

const cells: readonly Cell[] = [
  input("level", "Orders at least", { form: "slider", min: 0, max: 100, step: 1 }, 25),
  input("share", "", { form: "slider", min: 0, max: 1, step: 0.01 }, 0.4),
  input("amount", "Price in euro", { form: "number", min: 0, max: 500, step: 0.5 }, 19.5),
  input("words", "Customer contains", newControl("text"), "gmbh"),
  input("included", "With trial customers", newControl("checkbox"), true),
  input("plan", "Plan", list("select", "basic", "plus", "pro"), "plus"),
  input("old_plan", "Plan that is gone", list("select", "basic", "plus"), "enterprise"),
  input("empty", "Nothing to choose", list("select"), null),
  input("asked", "From a query", query("select plan from plans"), "pro"),
  input("broken", "A query that fails", query("select plan from nowhere"), "pro"),
  input("slow", "A query that takes long", query("slow"), null),
  input("bare", "A query without rows", query("bare"), null),
  input("cities", "Cities", list("multi-select", ...cities), ["Bonn", "Kiel", "Ulm"]),
  input("day", "Since", { form: "date", min: "2024-01-01", max: null }, "2024-03-01"),
  input("period", "Period", newControl("date-range"), ["2024-03-01", "2024-03-31"]),
  input("measure", "Measure", { form: "column", table: "orders" }, "price"),
  input("old_measure", "Column that is gone", { form: "column", table: "orders" }, "cost"),
  input("no_measure", "Table that is gone", { form: "column", table: "visits" }, "n"),
  input("unset_measure", "No table yet", newControl("column"), null),
  input("source", "Table", newControl("table"), "orders"),
  input("old_source", "Table that is gone", newControl("table"), "visits"),
  input("", "Without a name", newControl("text"), ""),
  input("width", "A name that is taken", newControl("text"), ""),
];

const slot = {
  table: "orders",
  fileName: "orders.csv",
  bytes: 10,
  rowCount: 3,
  columns: ["customer", "price", "city"].map((name) => ({ name, type: "VARCHAR", kind: "text" })),
  roles: {},
  rule: anyActivity,
  endIsLastPaidDay: true,
  plan: null,
};

/** A notebook of inputs in every state, over the real session; without an engine. */
export function InputParts() {
  const locale = document.documentElement.lang === "ru" ? "ru" : "en";
  return (
    <Surrounding value={surroundings(workbench, locale)}>
      <NotebookView />
    </Surrounding>
  );
}

function answer(sql: string): Promise<InputOptionsAnswer> {
  if (sql === "slow") return new Promise(() => undefined);
  if (sql === "bare") return Promise.resolve({ values: [], more: false });
  if (sql.includes("nowhere")) {
    const values = { name: "nowhere", candidates: "orders" };
    return Promise.resolve({
      error: { code: "missing-table", message: "missing table: nowhere", values },
    });
  }
  return Promise.resolve({ values: ["basic", "plus", "pro"], more: true });
}

export function benchOf(start: Session, ask = answer): Workbench {
  let now = start;
  const listeners = new Set<() => void>();
  const nothing = () => undefined;
  const nobody = () => Promise.reject(new Error("no table is explored here"));
  return {
    session: () => now,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: (event: Event) => {
      [now] = update(now, event, Date.now());
      for (const listener of listeners) listener();
    },
    giveFiles: nothing,
    chooseFiles: nothing,
    giveFolder: nothing,
    chooseFolder: nothing,
    openExample: nothing,
    newNotebook: nothing,
    openKept: nothing,
    saveCopy: nothing,
    takeOffer: nothing,
    rows: () => Promise.resolve([]),
    valuesOf: () => Promise.resolve([]),
    customers: () => Promise.resolve(null),
    closeCustomers: nothing,
    explore: {
      profiles: () => Promise.resolve([]),
      under: nobody,
      matching: nobody,
      quantiles: nobody,
      values: nobody,
    },
    live: () => null,
    inputOptions: (id) => {
      const cell = now.notebook.cells.find((one) => one.id === id);
      const control = cell?.kind === "input" ? cell.control : null;
      return ask(
        control && "options" in control && control.options.from === "query" ? control.options.sql : "",
      );
    },
    imports: {
      preview: () => Promise.resolve(null),
      endPreviews: nothing,
      readAs: nothing,
      readOther: nothing,
      takeApart: () => Promise.resolve(),
      join: nothing,
      sizeOf: () => null,
    },
    exports: {
      start: () => Promise.resolve(),
      stop: nothing,
      of: () => null,
      forget: nothing,
      subscribe: () => nothing,
    },
    forgetAnswers: nothing,
    liveFile: nobody,
    isFile: false,
    comparisons: {
      choose: () => Promise.resolve({ files: [], refused: [] }),
      read: () => Promise.resolve({ files: [], refused: [] }),
      open: nothing,
    },
    memory: () => Promise.resolve({ used: 0, limit: 1 }),
    disk: { fileOf: () => Promise.resolve(null), readAgain: () => Promise.resolve() },
    history: {
      versions: () => Promise.resolve([]),
      read: () => Promise.resolve(null),
      current: () => now.notebook,
      keep: () => Promise.resolve(),
      rename: () => Promise.resolve(),
      restore: () => Promise.resolve(),
      deletedCells: () => Promise.resolve([]),
      putBack: () => Promise.resolve(),
    },
    kept: () => Promise.resolve([]),
    erase: () => Promise.resolve(),
  };
}

const workbench = benchOf(newSession({ ...newNotebook(() => 0.5), cells, data: [slot] }));
// For the test: what the session holds now.
Object.assign(window, { inputsNow: () => workbench.session().notebook.cells });
