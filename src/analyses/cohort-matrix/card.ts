import type { Card } from "../analysis";
import type { RoleName } from "../roles";
import { cohortParams } from "./params";

export const cohortMatrixCard: Card<typeof cohortParams> = {
  id: "cohort-matrix",
  form: (texts) => texts.cohortMatrix.form,
  needs: ({ metric, by, people }): readonly RoleName[] => [
    "customer",
    "time",
    ...(by === "signup" && people === null ? (["signup"] as const) : []),
    ...(by === "order" ? (["order"] as const) : []),
    ...(by === "behaviour" ? (["event"] as const) : []),
    ...(metric === "revenue" ? (["amount"] as const) : []),
  ],
  needsBeside: ({ by }): Readonly<Record<string, readonly RoleName[]>> => ({
    people: by === "signup" ? ["customer", "signup"] : ["customer"],
  }),
  params: cohortParams,
};
