import * as v from "valibot";
import type { Sql, Table } from "../engine";
import type { Analysis, Answers, Questions, Request } from "./analysis";
import { AnalysisError } from "./analysis-error";
import { asMisreadRole } from "./misread-role";
import { paramProblems, type ParamProblem } from "./param-problems";
import type { ParamSpecs } from "./params";
import { roleProblems, type RoleProblem } from "./role-problems";
import { workHere, type Work } from "./workers/work";

/** What was asked, under its name, as it ran. */
export interface Ran {
  readonly name: string;
  readonly sql: Sql;
}

/** How far a run is: `done` of `of` questions asked; the last step is the arithmetic. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

export interface RunOptions {
  readonly work?: Work;
  readonly onProgress?: (progress: Progress) => void;
}

/** The only place where an analysis meets a database: asks, asks again, computes. Refuses data it cannot read. */
export async function runAnalysis<P extends ParamSpecs, R>(
  analysis: Analysis<P, R>,
  request: Request<P>,
  query: (question: Sql) => Promise<Table>,
  { work = workHere, onProgress }: RunOptions = {},
): Promise<{ readonly result: R; readonly ran: readonly Ran[] }> {
  const [problem] = [...roleProblems(analysis, request), ...paramProblems(analysis, request)];
  if (problem) throw errorFrom(problem);
  const ran: Ran[] = [];
  const ask = async (question: Sql) => {
    try {
      return await query(question);
    } catch (error) {
      throw asMisreadRole(error, request, question.text);
    }
  };
  const questions = analysis.queries(request);
  const expected = Object.keys(questions).length + (analysis.followUp ? 1 : 0);
  const tell = () => onProgress?.({ done: ran.length, of: Math.max(expected, ran.length) + 1 });
  tell();
  const first = await askAll(questions, ask, ran, tell);
  const second = await askAll(analysis.followUp?.(first, request) ?? {}, ask, ran, tell);
  const result = await analysis.compute({ ...first, ...second }, request, work);
  return { result: v.parse(analysis.result, result), ran };
}

async function askAll(
  questions: Questions,
  ask: (question: Sql) => Promise<Table>,
  ran: Ran[],
  tell: () => void,
): Promise<Answers> {
  const answers: Record<string, Table> = {};
  for (const [name, sql] of Object.entries(questions)) {
    answers[name] = await ask(sql);
    ran.push({ name, sql });
    tell();
  }
  return answers;
}

function errorFrom(problem: RoleProblem | ParamProblem): AnalysisError {
  const { column, type } = problem;
  const [what, role] =
    "role" in problem ? [problem.role, problem.role] : [`parameter ${problem.param}`, undefined];
  if (column === null)
    return role
      ? new AnalysisError("missing-role", `no column for the role: ${role}`, role)
      : new AnalysisError("missing-param", `nothing chosen for the ${what}`);
  return type === null
    ? new AnalysisError("missing-column", `column that cannot be ${what}: ${column}`, role)
    : new AnalysisError("wrong-type", `column that cannot be ${what}: ${column} (${type})`, role);
}
