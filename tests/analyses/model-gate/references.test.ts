import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { modelGate } from "../../../src/analyses/model-gate";
import { sql } from "../../../src/engine";
import { survivorshipCases } from "../survivorship/made-cases";
import { isShared, sharedText } from "../../reference/shared-data";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { pasTypes } from "../pas-types";
import { dataSet, tableFrom } from "../table-from";
import { expectVerdictFromTables } from "../verdict-numbers";
import { expectCustomersBehind } from "../who-counts";

const database = openedDatabase();
const synthetic = "spec/reference/data/pas_synthetic.csv";

describe.skipIf(!isShared(synthetic))("pas_synthetic", () => {
  const asked = async (given: Readonly<Record<string, unknown>>, isTenth = false) => {
    const columns = await tableFrom(database(), "pas", sharedText(synthetic), pasTypes);
    if (isTenth) await database().query(sql`delete from pas where account_id not like '%7'`);
    const data = dataSet("pas", columns, { customer: "account_id", status: "retained_365" });
    return run(database(), modelGate, data, { mode: "columns", left: "0", ...given });
  };

  test("six levers, 25 % who left, size and seats as controls: green, and the SQL reckons the same", async () => {
    const { request, result } = await asked({
      levers: [
        "reach_pct >= 25",
        "nps_surveys >= 1",
        "integrations >= 2",
        "themes >= 2",
        "profile_done",
        "sso",
      ],
      controls: ["size", "seats_pct"],
    });
    // Six levers, two of the three sizes, four bands of seats against those not known.
    const [size, seats] = result.controls;
    expect(size).toEqual({ column: "size", segments: 3, isBanded: false });
    expect(seats).toEqual({ column: "seats_pct", segments: 5, isBanded: true });
    expect(result.parameters).toBe(6 + 2 + 4);
    expect(result.gate).toMatchObject({ colour: "green", events: 304, rarer: "lost", why: [] });
    const found = (await database().query(modelGate.asSql(request, result))).rows();
    const { tables } = modelGate.report(result, request, languageOf("en"));
    const needed = tables.find(({ id }) => id === "needed")!;
    expect(found.map(({ what, customers }) => [what, customers])).toEqual(
      needed.rows.map(({ what, customers }) => [what!.value, customers!.value]),
    );
    expectVerdictFromTables(modelGate, request, result, [25, 1, 2]);
    await expectCustomersBehind(database(), modelGate, request, result);
  });

  test("a tenth of them: amber, with a register of equal weights", async () => {
    const { request, result } = await asked(
      { levers: ["reach_pct >= 25", "nps_surveys >= 1", "sso", "themes >= 2"] },
      true,
    );
    expect(result.gate).toMatchObject({ colour: "amber", mostLevers: 3 });
    const { verdict, tables, caveats } = modelGate.report(result, request, languageOf("en"));
    expect(verdict.level).toBe("likely");
    const register = tables.find(({ id }) => id === "register")!;
    expect(register.rows.map(({ weight }) => weight!.value)).toEqual([25, 25, 25, 25]);
    expect(caveats.map(({ id }) => id)).toContain("too-many-levers");
    expectVerdictFromTables(modelGate, request, result, [25, 1, 2]);
  });
});

test("a log and contracts: the SQL reckons the same, and behind the counts stand the customers", async () => {
  for (const { data, given, beside } of (await survivorshipCases(database(), "gated")).slice(0, 3)) {
    const { best: _, landmark: _l, ...own } = given;
    const { request, result } = await run(database(), modelGate, data, own, beside);
    expect(result.gate).not.toBeNull();
    await expectCustomersBehind(database(), modelGate, request, result);
    expectVerdictFromTables(modelGate, request, result);
    const { tables } = modelGate.report(result, request, languageOf("en"));
    const needed = tables.find(({ id }) => id === "needed");
    if (!needed) continue;
    const found = (await database().query(modelGate.asSql(request, result))).rows();
    expect(found.map(({ customers }) => customers)).toEqual(
      needed.rows.map(({ customers }) => customers!.value),
    );
  }
});
