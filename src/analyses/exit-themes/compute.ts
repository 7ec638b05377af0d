import type { Table } from "../../engine";
import type { Answers } from "../analysis";
import { countAt, dayAt, numberAt, textAt } from "../answer";
import { rowCounts } from "../row-counts";
import { shareOf } from "../share";
import { kappa } from "../stats/kappa";
import { codes } from "../texts/theme-words";
import type { ExitResult } from "./result";
import { saturation } from "./saturation";
import type { Codes, ExitRequest } from "./source";

export function computeExit(answers: Answers, { data, params }: ExitRequest): ExitResult {
  const { totals } = answers;
  const count = (column: string) => (totals ? countAt(totals, 0, column) : 0);
  const lost = count("lost");
  const interviewed = count("interviewed");
  const currencies = answers.currencies ? answers.currencies.values("currency").map(String) : [];
  const hasMoney = data.roles.mrr !== undefined && currencies.length <= 1 && totals !== undefined;
  const frequencies = answers.frequencies
    ? rowsOf(answers.frequencies, (table, row) => ({
        x: countAt(table, row, "logos"),
        themes: countAt(table, row, "themes"),
      }))
    : [];
  return {
    rows: answers.rows ? rowCounts(answers) : null,
    asOf: readAsOf(answers),
    codes: [...readCodes(answers)],
    coverage: shareOf(interviewed, lost),
    silent: params.contact === null ? null : shareOf(count("silent"), lost),
    undated: count("undated"),
    money: hasMoney
      ? {
          lost: numberAt(totals, 0, "mrr") ?? 0,
          interviewed: numberAt(totals, 0, "mrr_interviewed") ?? 0,
          unknown: count("unknown"),
        }
      : null,
    currencies,
    themes: answers.themes ? readThemes(answers.themes, hasMoney) : [],
    different: frequencies.reduce((sum, { themes }) => sum + themes, 0),
    once: frequencies.find(({ x }) => x === 1)?.themes ?? 0,
    pairs: answers.pairs
      ? rowsOf(answers.pairs, (table, row) => ({
          first: textAt(table, row, "first"),
          second: textAt(table, row, "second"),
          firstSaid: textAt(table, row, "first_said"),
          secondSaid: textAt(table, row, "second_said"),
          logos: countAt(table, row, "logos"),
        }))
      : [],
    saturation: [...saturation(interviewed, frequencies)],
    agreement: answers.agreement ? readAgreement(answers.agreement) : null,
  };
}

export function readAsOf({ known }: Answers): string | null {
  return known && known.rowCount > 0 ? dayAt(known, 0, "as_of") : null;
}

export function readCodes({ codes: found }: Answers): Codes {
  if (!found) return [];
  return rowsOf(found, (table, row) => {
    const code = textAt(table, row, "code");
    return { code, theme: codes.get(code) ?? code };
  });
}

function readThemes(table: Table, hasMoney: boolean): ExitResult["themes"] {
  return rowsOf(table, (_, row) => {
    const logos = countAt(table, row, "logos");
    const interviewed = countAt(table, row, "interviewed");
    const lost = countAt(table, row, "lost");
    return {
      theme: textAt(table, row, "theme"),
      said: textAt(table, row, "said"),
      share: shareOf(logos, interviewed),
      least: logos / lost,
      most: (logos + lost - interviewed) / lost,
      mrr: hasMoney ? (numberAt(table, row, "mrr") ?? 0) : null,
    };
  });
}

function readAgreement(table: Table): ExitResult["agreement"] {
  return {
    coded: table.rowCount > 0 ? countAt(table, 0, "coded") : 0,
    themes: rowsOf(table, (_, row) => {
      const [both, firstOnly, secondOnly] = [
        countAt(table, row, "both"),
        countAt(table, row, "first_only"),
        countAt(table, row, "second_only"),
      ];
      const neither = countAt(table, row, "coded") - both - firstOnly - secondOnly;
      const found = kappa([
        [both, firstOnly],
        [secondOnly, neither],
      ]);
      return {
        theme: textAt(table, row, "theme"),
        said: textAt(table, row, "said"),
        both,
        firstOnly,
        secondOnly,
        kappa: found?.kappa ?? null,
        interval: found?.interval ? [found.interval[0], found.interval[1]] : null,
      };
    }),
  };
}

function rowsOf<T>(table: Table, read: (table: Table, row: number) => T): T[] {
  return Array.from({ length: table.rowCount }, (_, row) => read(table, row));
}
