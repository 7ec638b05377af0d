import { scoredLevers } from "../adoption-score/compute";
import { weightsFrom } from "../adoption-score/weights-text";
import type { Answers } from "../analysis";
import type { Lever } from "../levers/lever";
import type { LeverRequest } from "../levers/population";
import type { ReportRequest } from "./params";

/** The score as it was given: what is on, by which weight of 100, and who looks after it. */
export interface GivenScore {
  readonly levers: readonly Lever[];
  /** 100 together; null where the text does not fit the levers. */
  readonly weights: readonly number[] | null;
  readonly owners: readonly (string | null)[];
}

/** What is asked, as all analyses of levers ask it: those of a log, without controls. */
export function leverRequest({ params, ...request }: ReportRequest): LeverRequest {
  return {
    ...request,
    params: {
      ...params,
      outcomeFrom: null,
      left: "",
      usageDays: null,
      statusDay: null,
      people: null,
      controls: [],
      controlsBeside: [],
    },
  };
}

export function givenScore(request: ReportRequest, answers: Answers): GivenScore {
  const levers = scoredLevers(leverRequest(request), answers);
  const owners = request.params.owners.split(";").map((one) => one.trim());
  return {
    levers,
    weights: weightsFrom(request.params.weights, levers.length),
    owners: levers.map((_, i) => owners[i] || null),
  };
}
