import { leverDays } from "../levers/overlap";
import type { Figure } from "../report";
import { fills as common, rateRowsPlot, whoOf, type RateRows } from "../segments/rate-rows";
import { colour } from "../chart-style";
import type { Language } from "../texts";
import { asLevers, type SurvivorshipRequest } from "./behaviours";
import { nameOf, whoIn } from "./names";
import { groups, isLongest, type Group } from "./query";
import type { SurvivorshipResult } from "./result";

export const fills: Readonly<Record<Group, string>> = {
  best: colour.kept,
  current: common.apart,
  lost: common.named,
};

/** Where the best are all who stayed, one of the two says it. */
export function shownGroups({ params }: Pick<SurvivorshipRequest, "params">): readonly Group[] {
  const isAll =
    !isLongest({ params } as SurvivorshipRequest) && (params.mode !== "columns" || params.tenure === null);
  return isAll ? groups.filter((one) => one !== "current") : groups;
}

/** Each behaviour's share of the best, of all who stayed and of those who left. */
export function groupsFigure(
  { behaviours }: SurvivorshipResult,
  request: SurvivorshipRequest,
  language: Language,
): Figure {
  const { texts, format } = language;
  const told = texts.survivorship;
  const shown = shownGroups(request);
  const rows: RateRows = {
    rows: behaviours.map((one, place) => ({
      group: "",
      label: nameOf(one, language),
      marks: shown.map((group) => ({
        rate: one[group].rate ?? 0,
        low: one[group].interval?.[0] ?? 0,
        high: one[group].interval?.[1] ?? 0,
        of: texts.segments.of(format.count(one[group].x), format.count(one[group].n)),
        fill: fills[group],
        who: whoIn(group, { place, what: "on", name: nameOf(one, language) }, language),
      })),
    })),
    reference: null,
    legend: shown.map((group) => ({ label: told.group[group], fill: fills[group] })),
    axis: told.figure.axis,
  };
  return {
    id: "groups",
    title: told.figure.title,
    caption: captionOf(request, language),
    alternative: told.figure.alternative(
      behaviours.map((one) =>
        told.figure.part(
          nameOf(one, language),
          format.percent(one.best.rate ?? 0),
          format.percent(one.lost.rate ?? 0),
        ),
      ),
    ),
    table: "groups",
    plot: (width) => rateRowsPlot(rows, width, language),
    who: whoOf,
  };
}

export function captionOf(request: SurvivorshipRequest, { texts }: Language): string {
  return texts.survivorship.figure.caption(leverDays(asLevers(request).params)?.observed ?? null);
}
