import { useState } from "react";
import { anyActivity, type AnyCard, type ParamSpec } from "../../../src/analyses";
import { newNotebook, type DataSlot } from "../../../src/cells/model";
import { newSession } from "../../../src/cells/session/session";
import { Hole } from "../../../src/cells/view/hole";
import "../../../src/cells/view/cell/sentence.css";
import { Surrounding, surroundings } from "../../../src/cells/view/shell/workbench-context";
import { benchOf } from "./input-parts";

const spec: ParamSpec = {
  type: "levers",
  most: 12,
  default: [],
  of: ({ mode }) => (mode === "columns" ? "columns" : "events"),
  kinds: ["boolean", "integer", "number", "decimal"],
};
const card = {
  id: "levers",
  form: () => ({ title: "", question: "", sentence: () => "", params: { levers: { label: "Behaviours" } } }),
  needs: () => [],
  params: { levers: spec },
} as AnyCard;

function slot(table: string, columns: readonly (readonly [string, string])[], roles: DataSlot["roles"]) {
  const typed = columns.map(([name, kind]) => ({ name, kind, type: kind.toUpperCase() }));
  const file = { fileName: `${table}.csv`, bytes: 10, rowCount: 3, plan: null };
  return { ...file, table, columns: typed, roles, rule: anyActivity, endIsLastPaidDay: true };
}

const longName = "share_of_seats_that_were_active_on_at_least_three_days_of_the_first_month";
const slots: readonly DataSlot[] = [
  slot(
    "people",
    [
      ["customer", "integer"],
      ["churned", "text"],
      ["reach_pct", "number"],
      ["surveys_sent", "integer"],
      ["has_app", "boolean"],
      [longName, "decimal"],
      ["plan", "text"],
    ],
    { customer: "customer", status: "churned" },
  ),
  slot(
    "wide",
    [...Array(120).keys()].map((i) => [`measure_${i}`, "number"] as const),
    {},
  ),
  slot("log", [["what", "text"]], { customer: "who", time: "day", event: "what" }),
];

const start = newSession({ ...newNotebook(() => 0.5), data: slots });
const loaded = { load: "1", profile: null, guessed: true, loaded: {} } as never;
const events = ["login", "invite", "survey_sent", "active days"].map((value) => ({ value, count: 1 }));
const workbench = {
  ...benchOf({ ...start, tables: { people: loaded, wide: loaded, log: loaded } }),
  valuesOf: () => Promise.resolve(events),
};

interface SentenceProps {
  readonly id: string;
  readonly table: string;
  readonly mode: "columns" | "activity";
  readonly first: readonly string[];
}

/** Changes go the way of a cell: the value is what the sentence has been told. */
function Sentence({ id, table, mode, first }: SentenceProps) {
  const [levers, setLevers] = useState(first);
  return (
    <section className="sentence" id={id} data-cell={id} data-levers={JSON.stringify(levers)} tabIndex={-1}>
      <p>
        Which of{" "}
        <Hole
          analysis={card}
          param="levers"
          spec={spec}
          values={{ mode, levers }}
          table={table}
          slots={slots}
          onChange={(value) => setLevers(value as readonly string[])}
          onRule={() => undefined}
        />{" "}
        go with staying?
      </p>
    </section>
  );
}

/** Behaviours in a sentence: of a table of customers, of a wide one, of a log; chosen, empty, and some that are gone. */
export function LeverParts() {
  const locale = document.documentElement.lang === "ru" ? "ru" : "en";
  return (
    <Surrounding value={surroundings(workbench, locale)}>
      <Sentence
        id="people"
        table="people"
        mode="columns"
        first={["reach_pct >= 25", "has_app", `${longName} >= 0.125`]}
      />
      <Sentence id="gone" table="people" mode="columns" first={["logins >= 4", "plan", "*days"]} />
      <Sentence id="unset" table="people" mode="columns" first={[]} />
      <Sentence id="wide" table="wide" mode="columns" first={["measure_7 >= 2"]} />
      <Sentence id="log" table="log" mode="activity" first={["*days >= 5", "invite", "webinar >= 1"]} />
      <Sentence id="open" table="log" mode="activity" first={[]} />
    </Surrounding>
  );
}
