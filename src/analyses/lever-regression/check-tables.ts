import { leverText } from "../levers/lever";
import type { ReportTable } from "../report";
import { cellsIn, left, right } from "../report-cells";
import type { Language } from "../texts";
import { limit } from "./limits";
import { nameOf, segmentLabel, weightyWho } from "./names";
import type { Fitted, ImputedResult, Influence, LeverRegressionResult, Weighty } from "./result";
import { oddsInterval, oddsText } from "./tables";

/** Customers that weigh most, and what would not be told without them. */
export function influenceTable(
  result: LeverRegressionResult,
  { cells, turns }: Influence,
  language: Language,
): ReportTable | null {
  if (cells.length === 0) return null;
  const { texts } = language;
  const { influence } = texts.leverRegression.checks;
  const cell = cellsIn(language);
  return {
    id: "influence",
    title: influence.title,
    columns: [
      left("outcome", influence.outcome),
      left("has", influence.has),
      right("customers", influence.customers, "customers"),
      right("cook", influence.cook, "number"),
      right("leverage", influence.leverage, "number"),
      left("moves", influence.moves),
      right("by", influence.by, "number"),
      left("turns", influence.turns),
    ],
    rows: cells.map((one, place) => ({
      outcome: cell.text(one.hasStayed ? influence.stayed : influence.left),
      has: cell.text(whatItHas(result, one, language)),
      customers: cell.count(one.customers, weightyWho(place, one, language)),
      cook: cell.number(one.cook, 4),
      leverage: cell.number(one.leverage, 4),
      moves: cell.text(one.moves ? nameOf(result, one.moves.lever, language) : texts.base.none),
      by: {
        text: one.moves ? language.format.number(one.moves.by, 2).replace("-", "−") : texts.base.none,
        value: one.moves?.by ?? null,
      },
      turns: cell.text(
        language.format.list(
          turns.flatMap(({ lever, cells: places }) =>
            places.includes(place) ? [nameOf(result, lever, language)] : [],
          ),
        ) || texts.base.none,
      ),
    })),
  };
}

function whatItHas(result: LeverRegressionResult, { values, segments }: Weighty, language: Language): string {
  const { influence } = language.texts.leverRegression.checks;
  const levers = values.flatMap((value, i) => {
    const name = nameOf(result, i, language);
    if (value === null) return [influence.value(name, "?")];
    if (result.levers[i]!.isSwitch) return value === 1 ? [name] : [];
    return [influence.value(name, language.format.number(value))];
  });
  const controls = result.controls.map(({ column, isBanded, reference }, i) =>
    influence.value(column, segmentLabel(segments[i] ?? reference, isBanded, language)),
  );
  return language.format.list([...(levers.length ? levers : [influence.nothing]), ...controls]);
}

/** The model of those of whom all is known beside that with the gaps filled in. */
export function imputedTable(
  result: LeverRegressionResult,
  model: Fitted,
  imputed: ImputedResult,
  language: Language,
): ReportTable | null {
  if (imputed.why !== null) return null;
  const { texts } = language;
  const { imputed: own } = texts.leverRegression.checks;
  const { table } = texts.leverRegression;
  const cell = cellsIn(language);
  return {
    id: "imputed",
    title: own.title(imputed.customers, imputed.times),
    columns: [
      left("lever", texts.levers.table.lever),
      right("complete", own.complete, "number"),
      right("complete_interval", table.interval, "number"),
      right("complete_q", table.q, "number"),
      right("filled", own.filled, "number"),
      right("filled_interval", table.interval, "number"),
      right("filled_q", table.q, "number"),
      right("missing", own.missing, "number"),
      left("conclusion", own.conclusion),
    ],
    rows: result.levers.map((lever, i) => {
      const [known, filled] = [model.levers[i]!, imputed.levers[i] ?? null];
      const step = lever.isSwitch ? 1 : known.deviation;
      const odds = (log: number | null | undefined) => (log == null ? null : Math.exp(log * step));
      const [complete, other] = [odds(known.coefficient), odds(filled?.coefficient)];
      const [before, after] = [toldOf(known), toldOf(filled)];
      return {
        lever: { text: nameOf(result, i, language), value: leverText(lever) },
        complete: { text: oddsText(complete, language), value: complete },
        complete_interval: oddsInterval(known.interval, step, language),
        complete_q: cell.p(known.q),
        filled: { text: oddsText(other, language), value: other },
        filled_interval: oddsInterval(filled?.interval ?? null, step, language),
        filled_q: cell.p(filled?.q ?? null),
        missing: filled ? cell.share({ rate: filled.missing }) : cell.text(texts.base.none),
        conclusion: cell.text(before === after ? own.same : own.differs(own.told[before], own.told[after])),
      };
    }),
  };
}

/** Levers of which another thing is told when the gaps are filled in. */
export function turnedByFilling(model: Fitted, { levers }: ImputedResult): number[] {
  return model.levers.flatMap((one, place) => (toldOf(one) === toldOf(levers[place] ?? null) ? [] : [place]));
}

function toldOf(one: { readonly q: number | null; readonly coefficient: number | null } | null) {
  if (one === null || one.q === null || one.coefficient === null || one.q >= limit) return "none" as const;
  return one.coefficient > 0 ? ("up" as const) : ("down" as const);
}
