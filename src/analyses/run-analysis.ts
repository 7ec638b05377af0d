import * as v from "valibot";
import type { Sql, Table } from "../engine";
import type { Analysis, Answers, Questions, Request } from "./analysis";
import { AnalysisError } from "./analysis-error";
import { roleProblems } from "./role-problems";
import type { ParamSpecs } from "./params";

/** What was asked, under its name, as it ran. */
export interface Ran {
  readonly name: string;
  readonly sql: Sql;
}

/** The only place where an analysis meets a database: asks, asks again, computes. Refuses data it cannot read. */
export async function runAnalysis<P extends ParamSpecs, R>(
  analysis: Analysis<P, R>,
  request: Request<P>,
  ask: (question: Sql) => Promise<Table>,
): Promise<{ readonly result: R; readonly ran: readonly Ran[] }> {
  const [problem] = roleProblems(analysis, request);
  if (problem)
    throw new AnalysisError(
      problem.column === null ? "missing-role" : problem.type === null ? "missing-column" : "wrong-type",
      problem.column === null
        ? `no column for the role: ${problem.role}`
        : `column that cannot be ${problem.role}: ${problem.column}${problem.type === null ? "" : ` (${problem.type})`}`,
      problem.role,
    );
  const ran: Ran[] = [];
  const first = await askAll(analysis.queries(request), ask, ran);
  const second = await askAll(analysis.followUp?.(first, request) ?? {}, ask, ran);
  const result = analysis.compute({ ...first, ...second }, request);
  return { result: v.parse(analysis.result, result), ran };
}

async function askAll(
  questions: Questions,
  ask: (question: Sql) => Promise<Table>,
  ran: Ran[],
): Promise<Answers> {
  const answers: Record<string, Table> = {};
  for (const [name, sql] of Object.entries(questions)) {
    answers[name] = await ask(sql);
    ran.push({ name, sql });
  }
  return answers;
}
