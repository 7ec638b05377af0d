import { moneyText } from "../money";
import type { Verdict } from "../report";
import type { Language } from "../texts";
import type { Band } from "./bands";
import { bandOf, type RadarResult } from "./result";
import type { RadarRequest } from "./source";

/** Who is due for a talk, who is late, who is overdue. Counts, no estimates. */
export function radarVerdict(result: RadarResult, { params }: RadarRequest, language: Language): Verdict {
  const { verdict, next, who, bandsTable } = language.texts.renewalRadar;
  if (result.isDisordered) return { level: "refused", sentence: verdict.disordered, next: next.disordered };
  if (result.asOf === null) return { level: "cannot-tell", sentence: verdict.noRows, next: next.noRows };
  const told = (...wanted: readonly Band[]) => {
    const all = wanted.map((band) => bandOf(result, band));
    const sum = (read: (one: (typeof all)[number]) => number) =>
      all.reduce((total, one) => total + read(one), 0);
    const hasMoney = result.hasMoney && sum(({ unknown }) => unknown) < sum(({ contracts }) => contracts);
    return {
      contracts: sum(({ contracts }) => contracts),
      money: hasMoney
        ? moneyText(
            sum(({ mrr }) => mrr),
            result.currencies[0] ?? null,
            language,
          )
        : null,
    };
  };
  const window = told("window");
  const late = told("urgent", "late");
  const overdue = told("overdue");
  if (window.contracts + late.contracts + overdue.contracts + bandOf(result, "later").contracts === 0)
    return { level: "cannot-tell", sentence: verdict.nothing(result.asOf), next: next.nothing };
  return {
    // Every day counts: a date that was only inferred leaves a doubt.
    level: params.asOf === "auto" ? "likely" : "certain",
    sentence: [
      verdict.window({ asOf: result.asOf, ...window, from: params.from, to: params.to }),
      verdict.late({ ...late, to: params.to }),
      ...(overdue.contracts > 0 ? [verdict.overdue({ ...overdue, grace: params.grace })] : []),
      ...(result.qbr && result.qbr.late > 0
        ? [verdict.reviews(result.qbr.late, result.qbr.logos, params.qbrDays)]
        : []),
    ].join(" "),
    number: {
      value: language.format.count(bandOf(result, "window").logos),
      interval: null,
      base: `${who.window}: ${bandsTable.logos.toLowerCase()}`,
      who: { key: "window", label: who.window },
    },
    next: overdue.contracts > 0 ? next.overdue : late.contracts > 0 ? next.late : next.window,
  };
}
