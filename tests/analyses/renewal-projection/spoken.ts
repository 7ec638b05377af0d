import { renewalProjection } from "../../../src/analyses/renewal-projection";
import type { Curve } from "../../../src/analyses/renewal-projection/curves";
import type { RenewalProjectionResult } from "../../../src/analyses/renewal-projection/result";
import {
  cohortsOfYears,
  projectionOf,
  projectionRequest,
  regular,
} from "../../charts/fixtures/renewal-projection";
import type { Spoken } from "../texts/spoken-one";

function spoken(
  name: string,
  curves: readonly Curve[],
  given: Readonly<Record<string, unknown>> = {},
  more: Partial<RenewalProjectionResult> = {},
): Spoken {
  return {
    name: `renewal projection: ${name}`,
    analysis: renewalProjection,
    result: projectionOf(curves, given, more),
    request: projectionRequest(given),
  };
}

const of = (...survivors: number[]): Curve[] => [{ cohort: "2020-01-01", survivors }];
const table = { mode: "columns" };

export const spokenRenewalProjection: readonly Spoken[] = [
  spoken("years", cohortsOfYears),
  spoken("months", cohortsOfYears, { term: 1, margin: 250 }),
  spoken("held", regular, { ...table, fitTo: 7, margin: 1200 }),
  spoken("off", regular, { ...table, fitTo: 2 }),
  spoken("cohorts differ", [...cohortsOfYears, { cohort: "2022-01-01", survivors: [400, 200, 150] }]),
  spoken("two renewals", of(300, 200, 150)),
  spoken("few", of(20, 14, 11, 9)),
  spoken("shares", [{ cohort: "", survivors: [100, 63.1, 46.8, 38.2] }], table),
  spoken("waiting", [...of(300, 200, 150, 120), { cohort: "2024-01-01", survivors: [1] }]),
  spoken("off term", cohortsOfYears, {}, { offTerm: { x: 900, n: 1000, rate: 0.9, interval: [0.88, 0.92] } }),
  spoken("left out", regular, table, {
    faults: (["repeated-renewal", "gap", "rises", "negative", "no-start"] as const).map((why, i) => ({
      cohort: i === 0 ? "" : `k${i}`,
      why,
    })),
  }),
  spoken("nothing", []),
  spoken("one renewal", of(100, 60)),
  spoken("nobody lost", of(100, 100, 100)),
  spoken("all at once", of(200, 120, 120)),
  spoken("nobody left", of(200, 0, 0)),
  spoken("alike", of(200, 100, 50, 25)),
];
