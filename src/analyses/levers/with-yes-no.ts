import type { Analysis, Request } from "../analysis";
import { byLevel } from "../caveat-order";
import type { ParamSpecs } from "../params";
import { leverOf } from "./lever";

/** The same analysis, which says how it reads columns of text: "No internet service" is no yes, and counts as not done. */
export function withYesNo<P extends ParamSpecs, R extends object>(analysis: Analysis<P, R>): Analysis<P, R> {
  return {
    ...analysis,
    report(result, request, language) {
      const report = analysis.report(result, request, language);
      const columns = textLevers(request);
      if (columns.length === 0 || report.verdict.level === "refused") return report;
      const text = language.texts.levers.caveat.yesNo(columns);
      return { ...report, caveats: byLevel([...report.caveats, { id: "yes-no", level: "note", text }]) };
    },
  };
}

function textLevers({ data, params }: Request): readonly string[] {
  const { mode, levers } = params as Readonly<Record<string, unknown>>;
  if (mode !== "columns" || !Array.isArray(levers)) return [];
  const behaviours = levers.map((lever) => leverOf(String(lever)).behaviour);
  return data.columns
    .filter(({ name, kind }) => kind === "text" && behaviours.includes(name))
    .map(({ name }) => name);
}
