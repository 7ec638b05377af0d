import type { ReportTable } from "../report";
import { cellsIn, left, right } from "../report-cells";
import type { Language } from "../texts";
import { bareName, kindText, linedOf, ranked, whoInTenth, whoOnSide } from "./names";
import type { FinderResult } from "./result";

/** One row a behaviour: what can be said, its line, and who stays on either side. */
export function leverTable(result: FinderResult, language: Language): ReportTable {
  const { texts } = language;
  const { table } = texts.leverFinder;
  const cell = cellsIn(language);
  return {
    id: "levers",
    title: table.levers,
    columns: [
      left("lever", texts.levers.table.lever),
      left("kind", table.kind),
      right("line", table.line, "place"),
      right("above", table.above, "customers"),
      right("retention_above", table.retentionAbove, "share"),
      right("retention_below", table.retentionBelow, "share"),
      right("difference", table.difference, "number"),
      right("difference_interval", table.differenceInterval, "number"),
      right("phi", table.phi, "number"),
      right("honest_phi", table.honestPhi, "number"),
      right("near", table.near, "number"),
      right("range", table.range, "number"),
      right("q", table.q, "number"),
    ],
    rows: ranked(result).map((place) => {
      const lever = result.levers[place]!;
      const { best } = lever;
      const none = cell.number(null);
      const sign = best?.side === "below" ? -1 : 1;
      return {
        lever: { text: bareName(lever, language), value: lever.behaviour },
        kind: { text: kindText(lever, language), value: lever.kind },
        line: cell.number(best?.cut ?? null, 6),
        above: best ? cell.count(best.above.n, whoOnSide(place, "above", "all", result, language)) : none,
        retention_above: best ? cell.share(best.above) : none,
        retention_below: best ? cell.share(best.below) : none,
        difference: cell.points(best?.difference.value ?? null),
        difference_interval: cell.pointsInterval(best?.difference.interval ?? null),
        phi: cell.number(best?.phi.value ?? null, 3),
        honest_phi: cell.number(best?.honestPhi ? sign * best.honestPhi.outOfBag : null, 3),
        near: best ? cell.share({ rate: best.withinOneStep }) : none,
        range: best
          ? {
              text: texts.base.interval(
                language.format.number(best.range[0], 6),
                language.format.number(best.range[1], 6),
              ),
              value: best.range,
            }
          : none,
        q: cell.p(best?.q ?? null),
      };
    }),
  };
}

/** The measures that analysts know a yes/no behaviour by, and what is left of them on customers left out. */
export function qualityTable(result: FinderResult, language: Language): ReportTable {
  const { texts } = language;
  const { table } = texts.leverFinder;
  const cell = cellsIn(language);
  return {
    id: "quality",
    title: table.quality,
    columns: [
      left("lever", texts.levers.table.lever),
      right("ppv", table.ppv, "number"),
      right("npv", table.npv, "number"),
      right("sensitivity", table.sensitivity, "number"),
      right("specificity", table.specificity, "number"),
      right("measure_auc", table.measureAuc, "number"),
      right("line_auc", table.lineAuc, "number"),
      right("loss", table.loss, "number"),
      right("honest_auc", table.honestAuc, "number"),
      right("point632", table.point632, "number"),
    ],
    rows: linedOf(result).map(({ lever }) => ({
      lever: { text: bareName(lever, language), value: lever.behaviour },
      ppv: cell.share(lever.best.ppv),
      npv: cell.share(lever.best.npv),
      sensitivity: cell.share(lever.best.sensitivity),
      specificity: cell.share(lever.best.specificity),
      measure_auc: cell.number(lever.best.measureAuc, 3),
      line_auc: cell.number(lever.best.lineAuc, 3),
      loss: cell.number(lever.best.measureAuc - lever.best.lineAuc, 3),
      honest_auc: cell.number(lever.best.honestAuc?.outOfBag ?? null, 3),
      point632: cell.number(lever.best.honestAuc?.point632 ?? null, 3),
    })),
  };
}

/** What a search is worth: p as if there had been one line, by formula, and by dealing. */
export function testTable(result: FinderResult, language: Language): ReportTable {
  const { texts } = language;
  const { table } = texts.leverFinder;
  const cell = cellsIn(language);
  return {
    id: "tests",
    title: table.tests,
    columns: [
      left("lever", texts.levers.table.lever),
      right("plain", table.plain, "number"),
      right("miller_siegmund", table.millerSiegmund, "number"),
      right("p", table.p, "number"),
      right("q", table.q, "number"),
      right("p_of_all", table.pOfAll, "number"),
    ],
    rows: linedOf(result).map(({ lever }) => ({
      lever: { text: bareName(lever, language), value: lever.behaviour },
      plain: cell.p(lever.best.plain),
      miller_siegmund: cell.p(lever.best.millerSiegmund),
      p: cell.p(lever.best.p),
      q: cell.p(lever.best.q),
      p_of_all: cell.p(lever.best.pOfAll),
    })),
  };
}

/** One row for each side of each line, with the columns of `asSql` and the intervals. */
export function sideTable(result: FinderResult, language: Language): ReportTable {
  const { texts } = language;
  const { table, side: names } = texts.leverFinder;
  const cell = cellsIn(language);
  return {
    id: "sides",
    title: table.sides,
    columns: [
      left("lever", texts.levers.table.lever),
      right("cut", table.line, "place"),
      left("side", table.side),
      right("customers", texts.levers.table.customers, "customers"),
      right("stayed", table.stayed, "customers"),
      right("retention", table.retention, "share"),
      right("interval", table.interval, "number"),
    ],
    rows: linedOf(result).flatMap(({ place, lever }) =>
      (["above", "below"] as const).map((side) => {
        const share = lever.best[side];
        return {
          lever: { text: bareName(lever, language), value: lever.behaviour },
          cut: cell.number(lever.best.cut, 6),
          side: { text: names[side], value: side },
          customers: cell.count(share.n, whoOnSide(place, side, "all", result, language)),
          stayed: cell.count(share.x, whoOnSide(place, side, "stayed", result, language)),
          retention: cell.share(share),
          interval: cell.interval(share),
        };
      }),
    ),
  };
}

export function tenthTable(result: FinderResult, language: Language): ReportTable {
  const { texts } = language;
  const { table } = texts.leverFinder;
  const cell = cellsIn(language);
  return {
    id: "tenths",
    title: table.tenths,
    columns: [
      left("lever", texts.levers.table.lever),
      right("tenth", table.tenth, "place"),
      right("least", table.least, "place"),
      right("most", table.most, "place"),
      right("customers", texts.levers.table.customers, "customers"),
      right("stayed", table.stayed, "customers"),
      right("retention", table.retention, "share"),
      right("interval", table.interval, "number"),
    ],
    rows: ranked(result).flatMap((place) => {
      const lever = result.levers[place]!;
      return lever.tenths.map(({ tenth, least, most, share }) => ({
        lever: { text: bareName(lever, language), value: lever.behaviour },
        tenth: cell.count(tenth),
        least: cell.number(least, 4),
        most: cell.number(most, 4),
        customers: cell.count(share.n, whoInTenth(place, tenth, "all", result, language)),
        stayed: cell.count(share.x, whoInTenth(place, tenth, "stayed", result, language)),
        retention: cell.share(share),
        interval: cell.interval(share),
      }));
    }),
  };
}
