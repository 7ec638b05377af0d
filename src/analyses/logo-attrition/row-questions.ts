import type { Questions } from "../analysis";
import { activityRowQuestions, contractRowQuestions } from "../row-counts";
import { anyActivity } from "../rule";
import { tableRowQuestions } from "../table-rows";
import { logoData, type LogoRequest } from "./source";

/** Rows in, rows out. Every row of a sheet counts: the rule of relevant activity plays no part. */
export function logoRowQuestions(request: LogoRequest): Questions {
  const data = { ...logoData(request), rule: anyActivity };
  const { params } = request;
  if (params.mode === "contracts") return contractRowQuestions(data, params.asOf);
  if (params.mode === "rows")
    return activityRowQuestions(data, params.asOf === "auto" ? "9999-12-31" : params.asOf);
  return tableRowQuestions(data);
}
