import type { ReportTable, ReportValue } from "../report";
import { cellsIn, left, right } from "../report-cells";
import { probabilityText } from "../findings";
import { labelOf } from "../segments/names";
import type { Language } from "../texts";
import { checks, type CheckName } from "./checks";
import { bandLabel, leverTitle, whoOfBand, whoOfLever, whoOfList } from "./names";
import { chosenOf, type CheckResult, type ContenderResult, type ScoreResult } from "./result";

/** One row a score, as the figure draws them. */
export function scoresTable(result: ScoreResult, language: Language): ReportTable {
  const { table } = language.texts.adoptionScore;
  const cell = cellsIn(language);
  return {
    id: "scores",
    title: table.scores,
    columns: [
      left("band", table.score),
      right("customers", table.customers, "customers"),
      right("stayed", table.stayed, "customers"),
      right("retention", table.retention, "share"),
      right("interval", table.interval, "number"),
    ],
    rows: result.bands.map((band, i) => ({
      band: { text: bandLabel(band, language), value: band.score },
      customers: cell.count(band.stayed.n, whoOfBand(result, i, false, language)),
      stayed: cell.count(band.stayed.x, whoOfBand(result, i, true, language)),
      retention: cell.share(band.stayed),
      interval: cell.interval(band.stayed),
    })),
  };
}

/** Questions down, versions across: no version is hidden because another one won. */
export function checksTable(result: ScoreResult, language: Language): ReportTable {
  const { texts } = language;
  const { table, version, check } = texts.adoptionScore;
  const cell = cellsIn(language);
  const { contenders, winner } = result;
  const none: ReportValue = { text: texts.base.none, value: null };
  const row = (label: string, cells: (one: ContenderResult) => ReportValue, detail = none) => ({
    check: cell.text(label),
    ...Object.fromEntries(contenders.map((one) => [one.version, cells(one)])),
    detail,
  });
  const chosen = chosenOf(result);
  return {
    id: "checks",
    title: table.checks,
    columns: [
      left("check", table.check),
      ...contenders.map((one, i) =>
        left(one.version, i === winner ? table.winner(version[one.version]) : version[one.version]),
      ),
      left("detail", table.detail(chosen ? version[chosen.version] : "")),
    ],
    rows: [
      ...checks.map((name, i) =>
        row(
          check[name].title,
          (one) => (one.ok ? briefCell(one.checks[i]!, language) : none),
          detailCell(chosen?.checks[i], result, language),
        ),
      ),
      row(table.passed, (one) => (one.ok ? cell.count(passesOf(one)) : none)),
      row(table.counted, (one) => (one.ok ? cell.count(one.weights.filter((w) => w > 0).length) : none)),
      row(table.apparent, (one) => (one.ok ? cell.number(one.apparent?.auc ?? null, 3) : none)),
      row(table.validated, (one) => (one.ok ? cell.number(one.validated?.auc ?? null, 3) : none)),
      row(table.brier, (one) => (one.ok ? cell.number(one.validated?.brier ?? null, 4) : none)),
    ],
  };
}

export function passesOf({ checks: asked }: { readonly checks: readonly CheckResult[] }): number {
  return asked.filter(({ state }) => state === "pass").length;
}

/** Short, so that all versions stand side by side: the answer and its number. */
function briefCell({ check, state, value }: CheckResult, language: Language): ReportValue {
  const { texts, format } = language;
  const said = texts.adoptionScore.state[state];
  if (value === null) return { text: said, value };
  const written: Partial<Record<CheckName, string>> = {
    signs: format.count(value),
    monotone: format.count(value),
    calibrated: format.number(value, 2),
    stable: format.percent(value),
    adds: probabilityText(value, language),
    movable: format.percent(value),
    coverage: format.percent(value),
  };
  return { text: `${said}: ${written[check] ?? format.number(value, 3)}`, value };
}

/** What the number of a check says, and of whom. */
function detailCell(found: CheckResult | undefined, result: ScoreResult, language: Language): ReportValue {
  const { texts, format } = language;
  if (!found || found.value === null) return { text: texts.base.none, value: null };
  const { value, interval, other } = found;
  const names = found.levers.map((lever) => leverTitle(result.levers[lever]!, language));
  const segment = found.segment
    ? segmentTitle(result.controls[found.segment.control]!, found.segment.segment, language)
    : null;
  const said = texts.adoptionScore.check[found.check].said({
    value,
    interval,
    other,
    names,
    segment,
    format,
  });
  return { text: said, value: interval ? [value, ...interval] : other === null ? value : [value, other] };
}

/** "=level", "=1" to "=4" of a band, "*" others, "?" unknown, as queries write them. */
function segmentTitle(
  { column, isBanded }: ScoreResult["controls"][number],
  segment: string,
  language: Language,
): string {
  const { texts } = language;
  const kind = segment === "*" ? "others" : segment === "?" ? "unknown" : "level";
  const level =
    kind === "level" && isBanded ? texts.adoptionScore.quarter(segment.slice(1)) : segment.slice(1);
  return texts.segments.named(column, labelOf({ kind, level, low: null, high: null }, language));
}

export function weightsTable(result: ScoreResult, language: Language): ReportTable {
  const { table, version } = language.texts.adoptionScore;
  const cell = cellsIn(language);
  const { contenders, levers } = result;
  const chosen = chosenOf(result);
  const weight = (value: number | undefined | null) => cell.number(value ?? null, 1);
  const hasLater = Boolean(chosen?.later);
  return {
    id: "weights",
    title: table.weights,
    columns: [
      left("lever", table.lever),
      ...contenders.map((one) => right(one.version, version[one.version], "number")),
      right("interval", table.chosenInterval, "number"),
      ...(hasLater ? [right("earlier", table.earlier, "number"), right("anew", table.anew, "number")] : []),
    ],
    rows: levers.map((lever, i) => {
      const interval = chosen?.intervals?.[i];
      return {
        lever: cell.text(leverTitle(lever, language)),
        ...Object.fromEntries(contenders.map((one) => [one.version, weight(one.ok ? one.weights[i] : null)])),
        interval: interval
          ? {
              text: language.texts.base.interval(
                language.format.number(interval[0], 1),
                language.format.number(interval[1], 1),
              ),
              value: interval,
            }
          : cell.number(null),
        ...(hasLater && {
          earlier: weight(chosen!.later!.weights[i]),
          anew: weight(chosen!.later!.anew?.[i]),
        }),
      };
    }),
  };
}

export function leversTable({ levers }: ScoreResult, language: Language): ReportTable {
  const { table } = language.texts.adoptionScore;
  const cell = cellsIn(language);
  return {
    id: "levers",
    title: table.levers,
    columns: [
      left("lever", table.lever),
      right("known", table.known, "customers"),
      right("on", table.on, "customers"),
      right("share_on", table.shareOn, "share"),
      right("stayed_on", table.stayedOn, "customers"),
      right("retention_on", table.retentionOn, "share"),
      right("retention_off", table.retentionOff, "share"),
      right("coefficient", table.coefficient, "number"),
      right("phi", table.phi, "number"),
      right("area", table.area, "number"),
    ],
    rows: levers.map((lever, i) => ({
      lever: cell.text(leverTitle(lever, language)),
      known: cell.count(lever.on.n),
      on: cell.count(lever.on.x, whoOfLever(i, lever, false, language)),
      share_on: cell.share(lever.on),
      stayed_on: cell.count(lever.stayedOn.x, whoOfLever(i, lever, true, language)),
      retention_on: cell.share(lever.stayedOn),
      retention_off: cell.share(lever.stayedOff),
      coefficient: cell.number(lever.coefficient, 3),
      phi: cell.number(lever.phi, 3),
      area: cell.number(lever.separates, 3),
    })),
  };
}

/** Everybody with a score, and whom the score is wrong about. */
export function everyoneTable({ scored }: ScoreResult, language: Language): ReportTable {
  const { table, who } = language.texts.adoptionScore;
  const cell = cellsIn(language);
  const row = (label: string, customers: ReportValue, share: ReportValue) => ({
    what: cell.text(label),
    customers,
    share,
  });
  const none: ReportValue = { text: language.texts.base.none, value: null };
  return {
    id: "everyone",
    title: table.everyone,
    columns: [
      left("what", table.what),
      right("customers", table.customers, "customers-nested"),
      right("share", table.ofThose, "share"),
    ],
    rows: scored
      ? [
          row(who.all, cell.count(scored.customers, whoOfList("all", language)), none),
          row(who.unknown, cell.count(scored.unknown, whoOfList("unknown", language)), none),
          row(who.partial, cell.count(scored.partial, whoOfList("partial", language)), none),
          row(who.without, cell.count(scored.without, whoOfList("without", language)), none),
          row(who.high, cell.count(scored.high.n, whoOfList("high", language)), none),
          row(
            who["high left"],
            cell.count(scored.high.x, whoOfList("high left", language)),
            cell.share(scored.high),
          ),
          row(who.low, cell.count(scored.low.n, whoOfList("low", language)), none),
          row(
            who["low stayed"],
            cell.count(scored.low.x, whoOfList("low stayed", language)),
            cell.share(scored.low),
          ),
        ]
      : [],
  };
}

/** What is assumed until enough customers have left to ask them. */
export function registerTable(result: ScoreResult, language: Language): ReportTable {
  const { texts, format } = language;
  const { table, register } = texts.adoptionScore;
  const cell = cellsIn(language);
  const { gate, facts, levers } = result;
  const equal = result.contenders.find((one) => one.version === "equal");
  const day = facts?.asOf ?? facts?.lastOutcome ?? null;
  const more = gate?.toAmber ?? gate?.toGreen ?? null;
  return {
    id: "register",
    title: table.register,
    columns: [
      left("lever", table.lever),
      right("assumed", table.assumed, "number"),
      left("status", table.status),
      left("day", table.day),
      left("next", table.next),
    ],
    rows: levers.map((lever, i) => ({
      lever: cell.text(leverTitle(lever, language)),
      assumed: cell.number(equal?.ok ? equal.weights[i]! : null, 1),
      status: cell.text(gate?.colour === "red" ? register.assumed : register.weak),
      day: { text: day ? format.day(day) : texts.base.none, value: day },
      next: cell.text(more ? register.next(more.events, gate!.rarer) : texts.base.none),
    })),
  };
}
