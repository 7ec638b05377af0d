import {
  analysisById,
  readParams,
  visibleParams,
  type DataSet,
  type Language,
  type Request,
} from "../../analyses";
import { folded } from "../../engine";
import {
  longestSaid,
  sha256,
  withKeysInOrder,
  type AnalysisCell,
  type DataSlot,
  type Question,
  type Said,
  type Trial,
} from "../model";
import { askedOf } from "./analysis";
import type { AnalysisOutput } from "./output";
import { reportOf } from "./report";

/** What the trail says of a request: which question it is, and which variant of it. */
export type Variant = Question & Pick<Trial, "params" | "settings">;

/** Parameters that play no part, and a rule that is not asked for, make no other variant. */
export function variantOf(analysis: string, { data, params, beside }: Request): Variant {
  const card = analysisById(analysis);
  const visible = card ? visibleParams(card.params, params) : [];
  const played = visible.flatMap((param): [string, Trial["params"][string]][] => {
    const value = params[param];
    return value === undefined ? [] : [[param, value]];
  });
  const asksRule = visible.some((param) => card?.params[param]?.type === "rule");
  const meaning = ({ table, roles, rule, endIsLastPaidDay, weekStart }: DataSet) => ({
    table: folded(table),
    roles,
    endIsLastPaidDay,
    weekStart,
    ...(asksRule && { rule }),
  });
  const others = Object.entries(beside ?? {}).filter(([param]) => visible.includes(param));
  const settings = {
    params: Object.fromEntries(played),
    data: meaning(data),
    beside: Object.fromEntries(others.map(([param, one]) => [param, meaning(one)])),
  };
  return {
    analysis,
    table: folded(data.table),
    params: settings.params,
    settings: sha256(JSON.stringify(withKeysInOrder(settings))),
  };
}

/** The same of a cell as it stands now; null: an analysis that this version does not know. */
export function variantOfCell(
  cell: AnalysisCell,
  slots: readonly DataSlot[],
  weekStart: "monday" | "sunday",
): Variant | null {
  const analysis = analysisById(cell.analysis);
  if (!analysis) return null;
  const slot = slots.find((one) => folded(one.table) === folded(cell.table)) ?? null;
  const { values } = readParams(analysis.params, cell.params);
  return variantOf(cell.analysis, askedOf(cell, slot, weekStart, slots, values));
}

/** The answer in a sentence, as the trail keeps it; null where no report can be made. */
export function saidOf(
  output: Pick<AnalysisOutput, "analysis" | "request" | "result">,
  language: Language,
): Said | null {
  try {
    const { level, sentence, number } = reportOf(output, language).verdict;
    const large = number ? [number.value, number.interval ?? ""].filter(Boolean).join(" ") : "";
    return { level, sentence: sentence.slice(0, longestSaid), number: large.slice(0, longestSaid) };
  } catch {
    // The report fails again where it is shown, and is told of there.
    return null;
  }
}
