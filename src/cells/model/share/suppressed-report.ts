import type { Report, ReportTable, ReportValue } from "../../../analyses";
import { textTells, type ShareWords } from "./share-words";
import { basesIn, hiddenRows, isSmall, tells } from "./small-rows";
import { customersOf, nestedColumns, nestedTell, numbersOf } from "./table-numbers";

/** What is not in the file, for whoever decides about it. */
export interface Withheld {
  readonly what: "rows" | "columns" | "customers" | "numbers" | "sentence" | "figure" | "result" | "cell";
  /** Title of the table or figure; "" where there is none. */
  readonly where: string;
  readonly count: number;
}

export interface SuppressedReport {
  readonly report: Report;
  readonly withheld: readonly Withheld[];
}

/**
 * A report that tells of no group of fewer than k customers: rows, sentences and figures with such a group are left out, and
 * with them what would give the group away by subtraction. What a column counts it says itself; a number of which nobody says
 * what it is is taken for a count of customers.
 */
export function suppressedReport(report: Report, k: number, words: ShareWords): SuppressedReport {
  const bases = basesIn(
    [
      report.findings.flatMap(({ value, n }) => [value, n]),
      ...report.tables.flatMap((table) => customersOf(table, k)),
    ],
    k,
  );
  const tables = report.tables.map((table) => suppressedTable(table, k, bases, words));
  const isTold = new Map(report.tables.map(({ id }, i) => [id, tables[i]!.table === report.tables[i]]));
  const withheld: Withheld[] = tables.flatMap((one) => one.withheld);
  const hiddenTexts = tables.flatMap((one) => one.texts);
  const says = (text: string) => textTells(text, k, words) || hiddenTexts.some((one) => holds(text, one));

  const hasTelling = report.findings.some(({ value, n, text }) => {
    // "7 days" is no count, whatever its value is.
    const counted = value !== null && isSmall(value, k) && !says(text) ? null : value;
    return tells([counted, n], k, bases) || says(text);
  });
  if (hasTelling) withheld.push({ what: "numbers", where: "", count: report.findings.length });

  const tablesTell = tables.some(({ withheld }) => withheld.length > 0);
  let sentences = 0;
  const said = (text: string): string => {
    if (!says(text)) return text;
    sentences += 1;
    return words.sentence(k);
  };
  const { verdict } = report;
  const { number } = verdict;
  const verdictTells =
    hasTelling ||
    says([verdict.sentence, number?.value, number?.interval, number?.base].filter(Boolean).join("\n"));
  if (verdictTells) sentences += 1;
  const figures = report.figures.filter(
    ({ table, title, caption, alternative }) =>
      isTold.get(table) === true && ![title, caption, alternative].some(says),
  );
  for (const figure of report.figures)
    if (!figures.includes(figure)) withheld.push({ what: "figure", where: figure.title, count: 1 });
  const isWhole = !tablesTell && !verdictTells;
  const suppressed: Report = {
    verdict: verdictTells
      ? { level: verdict.level, sentence: words.sentence(k) }
      : { ...verdict, ...(verdict.next !== undefined && { next: said(verdict.next) }) },
    findings: hasTelling ? [] : report.findings,
    caveats: report.caveats.map((caveat) => ({ ...caveat, text: said(caveat.text) })),
    figures,
    tables: tables.map(({ table }) => table),
    definition: report.definition,
    method: {
      formula: isWhole ? report.method.formula.map(said) : [words.withheld],
      notes: report.method.notes.map(said),
      sources: report.method.sources,
    },
  };
  if (sentences) withheld.push({ what: "sentence", where: "", count: sentences });
  return { report: suppressed, withheld };
}

/** Tables whose rows are customers, whoever they are, by the key of the column that names them. */
const named = ["customer", "logo"];

function suppressedTable(
  table: ReportTable,
  k: number,
  bases: ReadonlySet<number>,
  words: ShareWords,
): {
  readonly table: ReportTable;
  readonly withheld: readonly Withheld[];
  readonly texts: readonly string[];
} {
  const { title, rows, columns } = table;
  if (rows.length && columns.some(({ key }) => named.includes(key))) {
    const nobody = { ...table, title: `${title}. ${words.customers}`, rows: [], unfinished: [] };
    return { table: nobody, withheld: [{ what: "customers", where: title, count: rows.length }], texts: [] };
  }
  const hidden = hiddenRows(customersOf(table, k), k, bases, numbersOf(table));
  const nested = hidden.size > 0 || nestedTell(table, k, bases) ? nestedColumns(table) : [];
  if (hidden.size === 0 && nested.length === 0) return { table, withheld: [], texts: [] };
  const shown = rows.map((row, i) => {
    const cells = columns.map((column) => {
      const isTold = !hidden.has(i) && !nested.includes(column);
      return [column.key, isTold ? row[column.key] : hiddenValue(row[column.key], column, k, words)] as const;
    });
    return Object.fromEntries(cells.flatMap(([key, value]) => (value ? [[key, value]] : [])));
  });
  const withheld: Withheld[] = hidden.size ? [{ what: "rows", where: title, count: hidden.size }] : [];
  if (nested.length) withheld.push({ what: "columns", where: title, count: nested.length });
  return {
    table: { ...table, rows: shown },
    withheld,
    texts: [...new Set(rows.flatMap((row, i) => textsOf(row, shown[i]!)))],
  };
}

/** What a row said and says no longer, where it is long enough to be known again elsewhere. */
function textsOf(row: ReportTable["rows"][number], shown: ReportTable["rows"][number]): string[] {
  return Object.entries(row)
    .filter(([key, { text }]) => shown[key]?.text !== text && /\d.*\d/.test(text))
    .map(([, { text }]) => text);
}

/** As a number of its own, not as a part of a longer one. */
function holds(text: string, number: string): boolean {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + number.length, at + number.length + 2);
    if (!/[\d][.,\u00a0\u202f-]?$/.test(before) && !/^(?:\d|[.,-]\d)/.test(after)) return true;
  }
  return false;
}

function hiddenValue(
  value: ReportValue | undefined,
  { align, unit }: ReportTable["columns"][number],
  k: number,
  words: ShareWords,
): ReportValue | undefined {
  const isWords = align === "left" && typeof value?.value !== "number";
  if (!value || isWords || unit === "place" || !value.text) {
    // Without its key: nobody may be asked for behind it.
    return value && { text: value.text, value: value.value };
  }
  const counts = unit === undefined || unit === "mixed" || unit.startsWith("customers") || unit === "events";
  const isFew = counts && typeof value.value === "number" && isSmall(value.value, k);
  return { text: isFew && !value.text.includes("%") ? words.few(k) : words.withheld, value: null };
}
