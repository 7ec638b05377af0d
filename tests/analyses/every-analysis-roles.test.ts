import { expect, test } from "vitest";
import {
  AnalysisError,
  languageOf,
  roleNames,
  runAnalysis,
  type AnyAnalysis,
  type Request,
  type RoleName,
} from "../../src/analyses";
import { everyAnalysis, requestsOf } from "./every-analysis";
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
    for (const role of wrong)
      for (const request of requestsOf(one, { ...data, roles: { ...data.roles, [role]: "e" } }))
        await expectTold(one, request, role);
  },
);

async function expectTold(analysis: AnyAnalysis, request: Request, role: RoleName) {
  const told = `${analysis.id}, ${role}: ${JSON.stringify(request.params)}`;
  try {
    const { result } = await runAnalysis(analysis, request, (question) => database().query(question));
    expect(JSON.stringify(result), told).not.toMatch(/NaN|Infinity/);
    expect(analysis.report(result, request, languageOf("en")).verdict.sentence, told).not.toMatch(
      /NaN|undefined/,
    );
  } catch (error) {
    expect(error, told).toBeInstanceOf(AnalysisError);
    expect(error, told).toMatchObject({ code: "wrong-type" });
  }
}
