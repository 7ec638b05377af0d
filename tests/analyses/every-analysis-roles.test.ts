import { expect, test } from "vitest";
import {
  AnalysisError,
  languageOf,
  roleNames,
  runAnalysis,
  type AnyAnalysis,
  type DataSet,
  type Request,
  type RoleName,
} from "../../src/analyses";
import { everyAnalysis, requestsOf } from "./every-analysis";
import { name } from "../../src/engine";
import { suits } from "../../src/analyses/role-columns";
import { everyRoleTable } from "./every-role";
import { openedDatabase } from "./opened-database";

const database = openedDatabase();

/** Columns that cannot play a role: words where a day or money is meant. */
const wrong = roleNames.filter((role) => !suits(role, "text"));

test.each(everyAnalysis)(
  "$id: a role on a column of words is refused by its name or left aside",
  async (one) => {
    const data = await everyRoleTable(database(), "words");
    const requests = requestsOf(one, { ...data, roles: { ...data.roles, paidUntil: "f" } });
    for (const role of wrong) {
      const request = requests.find((asked) => reads(one, asked, role));
      if (request) await expectTold(one, wronged(request, role), role);
    }
  },
);

/** A role that no question mentions cannot be misread. */
function reads({ needs, queries }: AnyAnalysis, request: Request, role: RoleName): boolean {
  const quoted = name(request.data.roles[role]!).text;
  return (
    !needs(request.params).includes(role) &&
    Object.values(queries(request)).some(({ text }) => text.includes(quoted))
  );
}

function wronged(request: Request, role: RoleName): Request {
  const words = (data: DataSet): DataSet => ({ ...data, roles: { ...data.roles, [role]: "e" } });
  const beside = Object.entries(request.beside ?? {}).map(([param, data]) => [param, words(data)]);
  return { ...request, data: words(request.data), beside: Object.fromEntries(beside) as never };
}

async function expectTold(analysis: AnyAnalysis, request: Request, role: RoleName) {
  const told = `${analysis.id}, ${role}: ${JSON.stringify(request.params)}`;
  try {
    const { result } = await runAnalysis(analysis, request, (question) =>
      database().query(question, { isOwn: true }),
    );
    expect(JSON.stringify(result), told).not.toMatch(/NaN|Infinity/);
    expect(analysis.report(result, request, languageOf("en")).verdict.sentence, told).not.toMatch(
      /NaN|undefined/,
    );
  } catch (error) {
    expect(error, told).toBeInstanceOf(AnalysisError);
    expect(error, told).toMatchObject({ code: "wrong-type" });
  }
}
