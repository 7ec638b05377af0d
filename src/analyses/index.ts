export type { Analysis, Answers, DataSet, Questions, Request } from "./analysis";
export { readParams, fits, type ParamSpec, type ParamSpecs, type ParamValues } from "./params";
export type { Caveat, Figure, Finding, Method, Report, ReportTable, Verdict } from "./report";
export { roleNames, type RoleMapping, type RoleName } from "./roles";
export { anyActivity, type ActivityRule, type RuleCondition } from "./rule";
