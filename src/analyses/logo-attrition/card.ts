import type { Card } from "../analysis";
import { monthColumns } from "../month-columns";
import type { RoleName } from "../roles";
import { logoParams, type LogoParams } from "./params";

export const logoAttritionCard: Card<typeof logoParams> = {
  id: "logo-attrition",
  form: (texts) => texts.logoAttrition.form,
  needs,
  guess: (data) => ({
    ...(data.roles.parent !== undefined && data.roles.start !== undefined && { logo: "parent" }),
    ...(data.roles.start === undefined && monthColumns(data.columns, []).length > 1 && { mode: "columns" }),
  }),
  params: logoParams,
};

function needs({ mode, logo }: LogoParams): readonly RoleName[] {
  const who: RoleName[] = logo === "parent" ? ["parent"] : ["customer"];
  switch (mode) {
    case "contracts":
      return [...who, "start", "end"];
    case "rows":
      return [...who, "time"];
    case "columns":
      return who;
  }
}
