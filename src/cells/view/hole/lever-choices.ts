import {
  leverOf,
  leverText,
  saysYes,
  suitsSpec,
  wholeBehaviours,
  type DataSet,
  type Lever,
  type ParamSpec,
} from "../../../analyses";
import { folded } from "../../../engine";
import type { DataSlot } from "../../model";

export type LeversSpec = Extract<ParamSpec, { type: "levers" }>;

/** A behaviour that can be taken in; `kind` is a column's, or says what it is in a log. */
export interface Behaviour {
  readonly name: string;
  readonly kind: string;
}

/** What a hole for behaviours has to choose from. */
export interface LeverChoices {
  /** "" while nobody has chosen the table. */
  readonly table: string;
  readonly of: "columns" | "events";
  readonly fitting: readonly Behaviour[];
  /** Those of `fitting` that somebody might ask about: who a customer is and whether they left are no behaviours. */
  readonly offered: readonly Behaviour[];
  /** Columns that are there and do not fit. */
  readonly wrong: readonly string[];
  /** All there is: what is not among it is gone. Not so before a table is read, nor where the log has more events than are listed. */
  readonly isWhole: boolean;
  readonly hasEvents: boolean;
}

/** What the log's event column holds; `isWhole`: no event is left out. */
export interface LogEvents {
  readonly names: readonly string[];
  readonly isWhole: boolean;
}

/** What the columns hold; null until it is counted. */
type Profile = NonNullable<DataSet["profile"]> | null;

export function leverChoices(
  spec: LeversSpec,
  table: string,
  values: Readonly<Record<string, unknown>>,
  slots: readonly DataSlot[],
  events: LogEvents | null,
  profile: Profile = null,
): LeverChoices {
  const of = spec.of(values);
  const slot = slots.find((one) => folded(one.table) === folded(table));
  const hasEvents = slot?.roles.event !== undefined;
  if (of === "events") {
    const whole = wholeBehaviours.filter((name) => hasEvents || name === "*days");
    const names = hasEvents ? (events?.names ?? []).filter(canBeWritten) : [];
    const fitting = [
      ...whole.map((name) => ({ name, kind: "whole" })),
      ...names.map((name) => ({ name, kind: "event" })),
    ];
    const isWhole = slot !== undefined && (!hasEvents || events?.isWhole === true);
    return { table, of, fitting, offered: fitting, wrong: [], isWhole, hasEvents };
  }
  const columns = slot?.columns ?? [];
  // Of a text that is not counted yet nobody can say that it has no yes.
  const fits = ({ name, kind }: DataSlot["columns"][number]) =>
    suitsSpec(spec, kind) && !(kind === "text" && profile && !saysYes({ profile }, name));
  const fitting = columns.filter((column) => fits(column) && canBeWritten(column.name));
  const taken = [slot?.roles.customer, slot?.roles.status];
  return {
    table,
    of,
    fitting,
    offered: fitting.filter(({ name }) => !taken.includes(name)),
    wrong: columns.filter((column) => !fits(column)).map(({ name }) => name),
    isWhole: slot !== undefined,
    hasEvents,
  };
}

/** One called "visits >= 3" would be read back as another behaviour with a threshold. */
export function canBeWritten(name: string): boolean {
  const { behaviour, cut } = leverOf(name);
  return behaviour === name && cut === null;
}

export type LeverFault = "gone" | "wrong-kind" | "no-event" | "no-events";

/** Why a chosen behaviour cannot be used; null when it can, or when nobody can say yet. */
export function leverFault(choices: LeverChoices, behaviour: string): LeverFault | null {
  if (choices.fitting.some(({ name }) => name === behaviour)) return null;
  if (choices.wrong.includes(behaviour)) return "wrong-kind";
  if (!choices.isWhole) return null;
  if (choices.of === "columns") return "gone";
  return choices.hasEvents ? "no-event" : "no-events";
}

/** With another threshold in one of them. */
export function withCut(levers: readonly string[], at: number, cut: number | null): readonly string[] {
  return levers.with(at, leverText({ ...leverOf(levers[at]!), cut }));
}

/** A threshold as it stands in its field; a decimal comma where the reader writes one. */
export function writtenCut({ cut }: Lever, comma: boolean): string {
  return cut === null ? "" : comma ? String(cut).replace(".", ",") : String(cut);
}

/** null: as measured; NaN: no number. Without a decimal comma "1,000" might be one or a thousand, and is neither. */
export function readCut(text: string, comma: boolean): number | null {
  const bare = text.replaceAll(/\s/gu, "").replace("−", "-");
  if (bare === "") return null;
  const plain = comma ? bare.replace(",", ".") : bare;
  const cut = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
  return Number.isFinite(cut) ? cut : NaN;
}
