import { readParams, type ParamValues } from "../params";
import type { ChurnRequest } from "../time-to-churn/clock";
import { churnParams } from "../time-to-churn/params";
import type { OnboardingRequest } from "./began";

/** When customers of this request leave, asked as time to churn asks it. */
export function lossRequest({ data, params, beside }: OnboardingRequest): ChurnRequest {
  const { gap, people, start, startBeside, asOf, early, horizon } = params;
  const given = {
    mode: "inactivity",
    gap,
    people,
    start,
    startBeside,
    asOf,
    horizons: early < horizon ? [early, horizon] : [horizon],
  };
  return { data, beside, params: readParams(churnParams, given).values as ParamValues<typeof churnParams> };
}
