import { byLevel } from "../caveat-order";
import type { Caveat, Report, ReportTable, Verdict } from "../report";
import type { Language } from "../texts";
import { isPoor, isUnmatched, sides, type Match } from "./match";

/** The report with what the ids of two tables mean for it. A refusal stays what it is: it needs no data. */
export function withMatchReport(report: Report, matches: readonly Match[], language: Language): Report {
  if (matches.length === 0 || report.verdict.level === "refused") return report;
  const tables = [...report.tables, matchTable(matches, language)];
  const none = matches.find(isUnmatched);
  if (none)
    return {
      ...report,
      verdict: noneMatch(none, language),
      // Whatever was counted was counted without the other table.
      findings: [],
      figures: [],
      tables: tables.filter(({ id }) => id === "id-match" || id === "rows"),
      caveats: report.caveats.filter(({ id }) => rowCaveatIds.includes(id)),
    };
  const poor = matches.filter(isPoor).map((match) => fewMatch(match, language));
  if (poor.length === 0) return { ...report, tables };
  const { level } = report.verdict;
  return {
    ...report,
    verdict: { ...report.verdict, level: level === "certain" ? "likely" : level },
    caveats: byLevel([...poor, ...report.caveats]),
    tables,
  };
}

/** What is said of the rows themselves holds whatever stands beside. */
const rowCaveatIds = ["no-time", "no-customer", "after-as-of", "duplicates"];

function noneMatch(match: Match, language: Language): Verdict {
  const { idMatch } = language.texts;
  return { level: "cannot-tell", sentence: idMatch.none(saidOf(match)), next: idMatch.next };
}

function fewMatch(match: Match, language: Language): Caveat {
  return { id: `id-match-${match.param}`, level: "flips", text: language.texts.idMatch.few(saidOf(match)) };
}

export interface MatchSaid {
  readonly matched: number;
  readonly own: TableSaid;
  readonly beside: TableSaid;
}

export interface TableSaid {
  readonly table: string;
  readonly customers: number;
  readonly examples: readonly string[];
}

function saidOf({ matched, own, beside }: Match): MatchSaid {
  const said = ({ table, customers, examples }: Match["own"]): TableSaid => ({
    table,
    customers,
    examples: examples.map(short),
  });
  return { matched, own: said(own), beside: said(beside) };
}

/** Long ids differ at their beginnings or at their ends. */
function short(id: string): string {
  const letters = [...id];
  return letters.length <= longest ? id : `${letters.slice(0, 12).join("")}…${letters.slice(-7).join("")}`;
}

const longest = 20;

function matchTable(matches: readonly Match[], { texts, format }: Language): ReportTable {
  const { table } = texts.idMatch;
  const text = (value: string) => ({ text: value, value });
  const count = (value: number) => ({ text: format.count(value), value });
  return {
    id: "id-match",
    title: table.title,
    columns: [
      { key: "table", label: table.table, align: "left" },
      { key: "column", label: table.column, align: "left" },
      { key: "customers", label: table.customers, align: "right" },
      { key: "matched", label: table.matched, align: "right" },
      { key: "examples", label: table.examples, align: "left" },
    ],
    rows: matches.flatMap((match) =>
      sides.map((side) => {
        const one = match[side];
        return {
          table: text(one.table),
          column: text(one.column),
          customers: count(one.customers),
          matched: count(match.matched),
          examples: text(one.examples.map((id) => texts.idMatch.quoted(short(id))).join(", ")),
        };
      }),
    ),
  };
}
