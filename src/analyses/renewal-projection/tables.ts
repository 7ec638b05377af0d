import { moneyText } from "../money";
import type { ReportTable, ReportValue, Who } from "../report";
import { cellsIn, left, right } from "../report-cells";
import type { Language } from "../texts";
import type { RenewalProjectionRequest } from "./lives";
import type { RenewalProjectionResult } from "./result";
import { key } from "./who";

/** Customers as whole numbers; what is scaled from shares with a digit. */
function people(value: number, language: Language, who: Who | null): ReportValue {
  const cell = cellsIn(language);
  return Number.isInteger(value)
    ? cell.count(value, value > 0 && who ? who : undefined)
    : cell.number(value, 1);
}

/** One row a renewal from the start on: counted, and by the model. */
export function curveTable(result: RenewalProjectionResult, language: Language): ReportTable {
  const { table, who } = language.texts.renewalProjection;
  const cell = cellsIn(language);
  const isKnown = result.mode === "contracts";
  const length = Math.max(result.points.length, result.renewals.length + 1);
  return {
    id: "curve",
    title: table.curve,
    columns: [
      right("renewal", table.renewal, "place"),
      right("at_risk", table.atRisk, "customers-nested"),
      right("renewed", table.renewed, "customers"),
      right("lost", table.lost, "customers"),
      right("rate", table.rate, "share"),
      right("interval", table.interval, "number"),
      right("model_rate", table.modelRate, "number"),
      right("seen", table.seen, "share-nested"),
      right("survival", table.survival, "number"),
      right("band", table.band, "number"),
    ],
    rows: Array.from({ length }, (_, t) => {
      const seen = result.renewals[t - 1];
      const point = result.points[t];
      const none: ReportValue = { text: language.texts.base.none, value: null };
      const whoOf = (what: "atRisk" | "renewed" | "lost"): Who | null =>
        isKnown ? { key: key[what](t), label: who[what](t) } : null;
      return {
        renewal: cell.count(t),
        at_risk: seen ? people(seen.share.n, language, whoOf("atRisk")) : none,
        renewed: seen ? people(seen.share.x, language, whoOf("renewed")) : none,
        lost: seen ? people(seen.share.n - seen.share.x, language, whoOf("lost")) : none,
        rate: seen ? cell.share(seen.share) : none,
        interval: seen ? cell.interval(seen.share) : none,
        model_rate: point?.retention ? cell.share({ rate: point.retention }) : none,
        seen: t === 0 ? cell.share({ rate: 1 }) : seen ? cell.share({ rate: seen.survival }) : none,
        survival: point ? cell.share({ rate: point.survival }) : none,
        band: point?.interval ? cell.interval({ interval: point.interval }) : none,
      };
    }),
  };
}

export function lifetimesTable(
  { lifetimes }: RenewalProjectionResult,
  { params }: RenewalProjectionRequest,
  language: Language,
): ReportTable[] {
  const { table } = language.texts.renewalProjection;
  const { texts, format } = language;
  const cell = cellsIn(language);
  const { margin, discount } = params;
  const [first] = lifetimes;
  if (!first) return [];
  const row = (label: ReportValue, terms: number, interval: readonly [number, number]) => ({
    passed: label,
    terms: cell.number(terms, 2),
    interval: {
      text: texts.base.interval(format.number(interval[0], 2), format.number(interval[1], 2)),
      value: interval,
    },
    ...(margin === null
      ? {}
      : { value: { text: moneyText(terms * margin, null, language), value: terms * margin } }),
  });
  const whole = (terms: number) => 1 + terms / (1 + discount);
  return [
    {
      id: "lifetimes",
      title: table.lifetimes,
      columns: [
        left("passed", table.passed),
        right("terms", table.terms, "number"),
        right("interval", table.interval, "number"),
        ...(margin === null ? [] : [right("value", table.value, "money")]),
      ],
      rows: [
        row({ text: table.newCustomer, value: null }, whole(first.terms), [
          whole(first.interval[0]),
          whole(first.interval[1]),
        ]),
        ...lifetimes.map(({ renewal, terms, interval }) => row(cell.count(renewal), terms, interval)),
      ],
    },
  ];
}

/** The cohorts that share the projection. */
export function cohortsTable(result: RenewalProjectionResult, language: Language): ReportTable[] {
  const { texts, format } = language;
  const { table, who } = texts.renewalProjection;
  const cell = cellsIn(language);
  if (result.cohorts.length === 0) return [];
  const isKnown = result.mode === "contracts";
  const shown = result.cohorts.slice(-mostCohorts);
  return [
    {
      id: "cohorts",
      title: table.cohorts,
      columns: [
        left("cohort", table.cohort),
        right("customers", table.customers, "customers"),
        right("rate", table.firstRate, "share"),
        right("interval", table.interval, "number"),
        right("there", table.there, "mixed"),
      ],
      rows: shown.map(({ cohort, customers, first, there }) => {
        const name = isKnown ? format.dayShort(cohort) : cohort || table.all;
        return {
          cohort: { text: name, value: cohort },
          customers: people(
            customers,
            language,
            isKnown ? { key: key.cohort(cohort), label: who.cohort(name) } : null,
          ),
          rate: cell.share(first),
          interval: cell.interval(first),
          there: people(there, language, null),
        };
      }),
    },
  ];
}

/** The newest ones. */
const mostCohorts = 60;

export function parametersTable({ fit }: RenewalProjectionResult, language: Language): ReportTable[] {
  const { table } = language.texts.renewalProjection;
  const cell = cellsIn(language);
  if (!fit.ok) return [];
  return [
    {
      id: "parameters",
      title: table.parameters,
      columns: [
        left("parameter", table.parameter),
        right("estimate", table.estimate, "number"),
        right("error", table.error, "number"),
      ],
      rows: [
        {
          parameter: cell.text("α"),
          estimate: cell.number(fit.alpha, 4),
          error: cell.number(fit.standardErrors.alpha, 4),
        },
        {
          parameter: cell.text("β"),
          estimate: cell.number(fit.beta, 4),
          error: cell.number(fit.standardErrors.beta, 4),
        },
      ],
    },
  ];
}
