import { flowTable, type Flow } from "../levers/flow-table";
import { leverText } from "../levers/lever";
import { leverExclusions } from "../levers/population";
import type { ReportTable } from "../report";
import { cellsIn, left, right } from "../report-cells";
import type { Language } from "../texts";
import { nameOf, whoOf } from "./names";
import type { CoxResult, Fitted, LeverRegressionResult, PathResult } from "./result";
import { oddsText } from "./tables";

/** Customers seen, those left out and why, those in the model. */
export function regressionFlow(result: LeverRegressionResult, language: Language): ReportTable | null {
  const { facts, incomplete, model } = result;
  if (!facts) return null;
  const { table } = language.texts.leverRegression;
  const cell = cellsIn(language);
  const asked = (value: "incomplete" | null, outcome: "lost" | "stayed" | null) =>
    whoOf({ lever: null, value, outcome }, result, language);
  const rest: Flow["rest"] = [
    [table.lost, cell.count(facts.lost, asked(null, "lost"))],
    ...(incomplete.customers > 0
      ? ([
          [table.incomplete, cell.count(incomplete.customers, asked("incomplete", null))],
          [table.incompleteLost, cell.count(incomplete.lost, asked("incomplete", "lost"))],
        ] as const)
      : []),
    ...(model?.ok ? ([[table.modelled, cell.count(model.customers)]] as const) : []),
  ];
  return flowTable(
    {
      customers: facts.customers,
      excluded: leverExclusions.flatMap((why) =>
        facts.excluded[why] > 0 ? [{ why, customers: facts.excluded[why] }] : [],
      ),
      used: cell.count(facts.used, asked(null, null)),
      rest,
    },
    language,
  );
}

/** How much the levers tell the same. */
export function overlapTable(result: LeverRegressionResult, model: Fitted, language: Language): ReportTable {
  const { texts } = language;
  const { table } = texts.leverRegression;
  const cell = cellsIn(language);
  return {
    id: "overlap",
    title: table.overlap,
    columns: [
      left("lever", texts.levers.table.lever),
      right("gvif", table.gvif, "number"),
      left("with", table.with),
      right("correlation", table.correlation, "number"),
      right("p_without", table.pWithout, "number"),
    ],
    rows: result.levers.map((lever, i) => {
      const closest = model.pairs
        .filter(({ a, b }) => a === i || b === i)
        .sort((x, y) => Math.abs(y.correlation) - Math.abs(x.correlation))[0];
      const other = closest && (closest.a === i ? closest.b : closest.a);
      return {
        lever: { text: nameOf(result, i, language), value: leverText(lever) },
        gvif: cell.number(model.levers[i]!.gvif),
        with: cell.text(other === undefined ? texts.base.none : nameOf(result, other, language)),
        correlation: cell.number(closest?.correlation ?? null),
        p_without: cell.p(closest ? (closest.a === i ? closest.aWithoutB : closest.bWithoutA) : null),
      };
    }),
  };
}

/** The model as a whole. */
export function modelTable(result: LeverRegressionResult, model: Fitted, language: Language): ReportTable {
  const { texts, format } = language;
  const { table } = texts.leverRegression;
  const cell = cellsIn(language);
  const row = (label: string, value: ReturnType<typeof cell.number>) => ({ what: cell.text(label), value });
  return {
    id: "model",
    title: table.model,
    columns: [left("what", table.what), right("value", table.value, "number")],
    rows: [
      row(table.customers, cell.count(model.customers)),
      row(table.stayed, cell.count(model.stayed)),
      row(table.parameters, cell.count(model.parameters)),
      ...(result.gate ? [row(table.rarer, cell.count(result.gate.events))] : []),
      row(table.perParameter, cell.number(model.eventsPerParameter, 1)),
      ...(result.gate?.toAmber ? [row(table.missing, cell.count(result.gate.toAmber.events))] : []),
      ...(result.gate?.needed != null ? [row(table.needed, cell.count(result.gate.needed))] : []),
      ...(model.fit
        ? [
            row(table.mcFadden, { text: format.number(model.fit.mcFadden, 4), value: model.fit.mcFadden }),
            row(table.coxSnell, { text: format.number(model.fit.coxSnell, 4), value: model.fit.coxSnell }),
            row(table.whole, cell.p(model.fit.whole?.p ?? null)),
          ]
        : []),
    ],
  };
}

/** Coefficients where the penalty is best, and where it is the strongest within a standard error of that. */
export function pathTable(result: LeverRegressionResult, path: PathResult, language: Language): ReportTable {
  const { texts } = language;
  const { table } = texts.leverRegression;
  const cell = cellsIn(language);
  const at = (step: number, lever: number) => {
    const coefficient = path.steps[step]?.levers[lever] ?? null;
    const odds = coefficient === null ? null : Math.exp(coefficient * stepIn(lever));
    return { text: coefficient === 0 ? table.shrunk : oddsText(odds, language), value: odds };
  };
  const stepIn = (lever: number) =>
    result.levers[lever]!.isSwitch || !result.model?.ok ? 1 : result.model.levers[lever]!.deviation;
  return {
    id: "path",
    title: table.path[path.kind],
    columns: [
      left("lever", texts.levers.table.lever),
      right("best", table.best, "number"),
      right("simplest", table.simplest, "number"),
    ],
    rows: [
      ...result.levers.map((lever, i) => ({
        lever: { text: nameOf(result, i, language), value: leverText(lever) },
        best: at(path.best, i),
        simplest: at(path.simplest, i),
      })),
      {
        lever: cell.text(table.lambda),
        best: cell.number(path.steps[path.best]?.lambda ?? null, 5),
        simplest: cell.number(path.steps[path.simplest]?.lambda ?? null, 5),
      },
    ],
  };
}

/** Hazard ratios of leaving. */
export function coxTable(result: LeverRegressionResult, cox: CoxResult, language: Language): ReportTable {
  const { texts } = language;
  const { table } = texts.leverRegression;
  const cell = cellsIn(language);
  return {
    id: "cox",
    title: table.cox(cox.customers, cox.left, cox.days),
    columns: [
      left("lever", texts.levers.table.lever),
      right("ratio", table.hazard, "number"),
      right("interval", table.interval, "number"),
      right("p", table.p, "number"),
      right("proportional", table.proportional, "number"),
    ],
    rows: cox.levers.map((one, i) => ({
      lever: { text: nameOf(result, i, language), value: leverText(result.levers[i]!) },
      ratio: { text: oddsText(one?.ratio ?? null, language), value: one?.ratio ?? null },
      interval: {
        text: one
          ? texts.leverRegression.openInterval(
              oddsText(one.interval[0], language),
              oddsText(one.interval[1], language),
            )
          : texts.base.none,
        value: one?.interval ?? null,
      },
      p: cell.p(one?.p ?? null),
      proportional: cell.p(one?.proportional ?? null),
    })),
  };
}
