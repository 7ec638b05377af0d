import {
  newCell,
  newInputCell,
  newNotebook,
  type Cell,
  type MarkdownCell,
  type SqlCell,
} from "../../../src/cells/model";
import { neverRun, newSession, type Run, type Session } from "../../../src/cells/session/session";
import { OutlinePanel } from "../../../src/cells/view/outline";
import { Surrounding, surroundings } from "../../../src/cells/view/shell/workbench-context";
import { benchOf } from "./input-parts";

const text = (id: string, source: string): MarkdownCell => ({ ...newCell("markdown"), id, source });
const sql = (id: string, source: string): SqlCell => ({ ...newCell("sql"), id, name: id, source });
const code = (id: string, source: string): Cell => ({ ...newCell("typescript"), id, source });

const small: readonly Cell[] = [
  text("intro", "# Who leaves, and when?\n\nWords.\n\n## What was *loaded*"),
  { ...newInputCell("slider"), id: "level", name: "level" },
  { ...newInputCell("date-range"), id: "period", name: "period" },
  sql("daily", "select day, count(*) as n from events where n > ${level} group by day"),
  sql("by_plan", "select * from customers join daily using (customer)"),
  text("charts", "## Charts"),
  code("chart", "const total = daily.numRows;\nconst shares = by_plan;"),
  { ...code("late", "display(shares, period)"), disabled: true },
  { ...newCell("analysis"), id: "attrition", analysis: "attrition", table: "events", params: {} },
  text("end", "### In all ${total}\n\n${total} rows."),
  sql("broken", "from nowhere, by_plan"),
];

/** Sixty cells, each reading some of those before it: as large as the drawing must stay readable. */
const large: readonly Cell[] = Array.from({ length: 60 }, (_, i) => {
  const reads = i < 4 ? ["events"] : [`step_${Math.floor(i / 3)}`, ...(i % 4 ? [] : [`step_${i - 3}`])];
  return sql(`step_${i}`, `from ${reads.join(", ")}`);
});

const statuses: Readonly<Record<string, Run["status"]>> = {
  daily: "fresh",
  by_plan: "stale",
  chart: "running",
  late: "never",
  attrition: "fresh",
  broken: "failed",
};

function sessionOf(cells: readonly Cell[]): Session {
  const start = newSession({ ...newNotebook(() => 0.5), cells });
  const runs = Object.fromEntries(
    cells.map(({ id }) => [id, { ...neverRun, status: statuses[id] ?? "fresh" } as Run]),
  );
  const table = { load: "", profile: null, guessed: true };
  const loaded = (name: string) => ({ ...table, loaded: { name, columns: [] } }) as never;
  return { ...start, runs, tables: { events: loaded("events"), customers: loaded("customers") } };
}

const wanted = new URLSearchParams(location.search).get("size") === "large" ? large : small;
const workbench = benchOf(sessionOf(wanted));
Object.assign(window, { outlineNow: () => workbench.session().selected });

export function OutlineParts() {
  const locale = document.documentElement.lang === "ru" ? "ru" : "en";
  return (
    <Surrounding value={surroundings(workbench, locale)}>
      <div style={{ display: "flex", justifyContent: "end" }}>
        <OutlinePanel />
      </div>
    </Surrounding>
  );
}
