import { analysisById, guessRoles, titleOf, type Language, type Report } from "../../analyses";
import { plainReport, savedReportOf, type DrawFigure } from "../kinds";
import type { Cell, DataSlot, SavedResult } from "../model";
import {
  jsonTells,
  listsCustomers,
  suppressedReport,
  suppressedRows,
  textTells,
  type SavedTable,
  type ShareWords,
  type Withheld,
} from "../model/share";

/** What of one cell's result leaves. */
export interface SharedResult {
  readonly saved: SavedResult | null;
  /** The report as it leaves; null where there is none. */
  readonly report: Report | null;
  /** Only what other programs show leaves: not the numbers that Ebb reads. */
  readonly isPlain: boolean;
  /** Why nothing of it leaves. */
  readonly refused: "customers" | "unchecked" | "error" | "small" | null;
  readonly withheld: readonly Withheld[];
}

export interface SharedIn {
  readonly language: Language;
  readonly words: ShareWords;
  readonly draw: DrawFigure;
  readonly data: readonly DataSlot[];
}

export const nothing: SharedResult = {
  saved: null,
  report: null,
  isPlain: false,
  refused: null,
  withheld: [],
};

/** A result as its author wants it: nothing is gone through. */
export function wholeResult({ saved }: Cell, { language }: SharedIn): SharedResult {
  return { ...nothing, saved, report: saved && savedReportOf(saved, language) };
}

/** A result without groups of fewer than k customers. What cannot be gone through does not leave. */
export function suppressedResult({ saved }: Cell, k: number, around: SharedIn): SharedResult {
  if (!saved) return nothing;
  switch (saved.form) {
    case "analysis":
      return suppressedAnalysis(saved, k, around);
    case "table":
      return suppressedTable(saved, k, around);
    case "texts":
      return saved.texts.some((text) => textTells(text, k, around.words))
        ? refusal("small")
        : { ...nothing, saved };
    case "parts":
    case "foreign":
      return refusal("unchecked");
    case "error":
      // A message may quote a value of somebody's row.
      return refusal("error");
  }
}

function refusal(refused: SharedResult["refused"]): SharedResult {
  return { ...nothing, refused };
}

function suppressedAnalysis(
  saved: Extract<SavedResult, { form: "analysis" }>,
  k: number,
  { language, words, draw }: SharedIn,
): SharedResult {
  const whole = savedReportOf(saved, language);
  if (!whole) return refusal("unchecked");
  const { report, withheld } = suppressedReport(whole, k, words);
  if (withheld.length === 0 && !jsonTells(saved.result, k)) return { ...nothing, saved, report };
  const figures = report.figures.map((figure) => ({ svg: draw(figure), text: figure.alternative }));
  const title = titleOf(analysisById(saved.analysis)!, language);
  return {
    ...nothing,
    report,
    isPlain: true,
    withheld: [...withheld, { what: "result", where: "", count: 1 }],
    saved: { ...saved, ...plainReport(title, report), figures, result: null },
  };
}

function suppressedTable(saved: SavedTable, k: number, { words, data }: SharedIn): SharedResult {
  if (saved.rows.length && listsCustomers(saved, customersIn(saved, data))) {
    const withheld: Withheld[] = [{ what: "customers", where: "", count: saved.rows.length }];
    return { ...refusal("customers"), withheld };
  }
  const suppressed = suppressedRows(saved, k, words);
  if (!suppressed) return { ...nothing, saved };
  const withheld: Withheld[] = [{ what: "rows", where: "", count: suppressed.hidden }];
  return { ...nothing, saved: withoutMark(suppressed.table), withheld };
}

/** From a mark of all rows, who tries every small number learns those that are left out. */
function withoutMark({ carries, ...table }: SavedTable): SavedTable {
  if (!carries) return table;
  const { mark: _, ...rest } = carries;
  return { ...table, carries: rest };
}

/** Columns that name a customer: so called in the notebook's data, or by what their name says. */
function customersIn({ columns }: SavedTable, data: readonly DataSlot[]): (column: string) => boolean {
  const known = data.flatMap(({ roles }) => [roles.customer, roles.parent]);
  const guessed = guessRoles(columns);
  const named = new Set(known.flatMap((name) => (name === undefined ? [] : [name.toLowerCase()])));
  return (column) => {
    if (named.has(column.toLowerCase())) return true;
    // A number that is called "customers" counts them; one that is called "customer_id" is theirs.
    const type = columns.find(({ name }) => name === column)?.type ?? "";
    const mayName = /char|text|string|uuid|blob/i.test(type) || /id$/i.test(column);
    return mayName && (guessed.customer === column || guessed.parent === column);
  };
}
