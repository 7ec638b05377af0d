import type { Card } from "../analysis";
import type { RoleName } from "../roles";
import { freeColumns } from "../segments/guess-columns";
import { abTestParams, type AbTestParams } from "./params";

/** C24: what a change does, told from customers who got it by lot and those who did not. */
export const abTestCard: Card<typeof abTestParams> = {
  id: "ab-test",
  form: (texts) => texts.abTest.form,
  needs: (params): readonly RoleName[] => {
    if (params.mode === "plan") return [];
    if (params.mode === "columns") return ["customer", "variant", ...accountOf(params)];
    return params.goal.trim() === "" ? ["customer", "time"] : ["customer", "time", "event"];
  },
  needsBeside: (params) => ({ people: ["customer", "variant", "assigned", ...accountOf(params)] }),
  guess: (data) => {
    const flags = freeColumns(data, "words").filter((column) =>
      data.columns.some(({ name, kind }) => name === column && kind === "boolean"),
    );
    const [primary, ...others] = flags.length ? flags : freeColumns(data, "numbers");
    if (primary === undefined || data.roles.variant === undefined) return {};
    return { primary, ...(flags.length > 1 && { others: others.slice(0, 5) }) };
  },
  params: abTestParams,
};

function accountOf({ unit }: Pick<AbTestParams, "unit">): RoleName[] {
  return unit === "account" ? ["parent"] : [];
}
