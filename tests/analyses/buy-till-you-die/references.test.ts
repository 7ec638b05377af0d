import { describe, expect, test } from "vitest";
import type { DataSet } from "../../../src/analyses";
import { buyTillYouDie } from "../../../src/analyses/buy-till-you-die";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();

interface Btyd {
  cdnow_data: { customers: number; zero_repeat: number; repeat_holdout: number };
  cdnow_bgnbd: {
    params: Record<string, number>;
    loglik: number;
    E_52: number;
    cust1516: { ce52: number; p_alive: number };
    holdout_by_freq: { x: number; n: number; actual: number; expected: number }[];
  };
  cdnow_paretonbd: { params: Record<string, number>; loglik: number; E_52: number };
  cdnow_mbgnbd: { params: Record<string, number>; loglik: number };
  cdnow_gammagamma: {
    n: number;
    params: Record<string, number>;
    mean_spend_observed: number;
    population_mean: number;
    corr_x_m: number;
  };
}

async function cdnow(): Promise<DataSet> {
  const columns = await tableFrom(database(), "cdnow", sharedText("data/cdnow-sample/cdnow_sample.csv"), {
    master_id: "varchar",
    customer_id: "varchar",
    date: "date",
    cds: "bigint",
    dollars: "double",
  });
  return dataSet("cdnow", columns, { customer: "customer_id", time: "date", amount: "dollars" });
}

/** The references come from an optimiser that stops sooner; the likelihood is flat about its top. */
function expectClose(found: number | null | undefined, expected: number, relative = 1e-3) {
  expect(Math.abs(found! / expected - 1)).toBeLessThan(relative);
}

const isThere = isShared("spec/reference") && isShared("data/cdnow-sample");
const reference = () => sharedJson<Btyd>("spec/reference/04_btyd.json");

/** The calibration period of the papers: purchases until 30 September 1997. */
const until = { asOf: "1997-10-01", ahead: 52 };

describe.skipIf(!isThere)("cdnow, 04_btyd.json", () => {
  test("BG/NBD: parameters, likelihood, a newcomer's year", async () => {
    const { cdnow_bgnbd: bg, cdnow_data: data } = reference();
    const { result } = await run(database(), buyTillYouDie, await cdnow(), { ...until, model: "bg" });
    expect([result.customers, result.once]).toEqual([data.customers, data.zero_repeat]);
    const [fit] = result.fits;
    if (!fit?.ok) throw new Error("no fit");
    for (const [name, value] of Object.entries(bg.params)) expectClose(fit.parameters[name], value);
    expect(Math.abs(fit.logLikelihood - bg.loglik)).toBeLessThan(1e-3);
    expectClose(result.found!.newcomer.value, bg.E_52);
    // The model's own property: everybody who bought once.
    expect(result.found!.bands[4]!.once).toBe(data.zero_repeat);
  });

  test("MBG/NBD is taken by itself, because most bought once; Pareto/NBD on request", async () => {
    const { cdnow_mbgnbd: mbg, cdnow_paretonbd: pareto } = reference();
    const data = await cdnow();
    const fitting = (await run(database(), buyTillYouDie, data, until)).result;
    expect(fitting.found!.model).toBe("mbg");
    const other = (await run(database(), buyTillYouDie, data, { ...until, model: "pareto" })).result;
    for (const [result, expected] of [
      [fitting, mbg],
      [other, pareto],
    ] as const) {
      const [fit] = result.fits;
      if (!fit?.ok) throw new Error("no fit");
      for (const [name, value] of Object.entries(expected.params)) expectClose(fit.parameters[name], value);
      expect(Math.abs(fit.logLikelihood - expected.loglik)).toBeLessThan(1e-3);
    }
    expectClose(other.found!.newcomer.value, pareto.E_52);
  });

  test("what was held out, by purchases before", async () => {
    const { cdnow_bgnbd: bg, cdnow_data: data } = reference();
    const given = { calibrationEnd: "1997-10-01", asOf: "1998-07-01", model: "bg" };
    const { result } = await run(database(), buyTillYouDie, await cdnow(), given);
    if (!result.check.ok) throw new Error("no check");
    expect([result.check.weeks, result.check.customers]).toEqual([39, data.customers]);
    const held = result.check.models.find(({ model }) => model === "bg")!;
    expect(held.actual).toBe(data.repeat_holdout);
    expect(held.rows).toHaveLength(bg.holdout_by_freq.length);
    bg.holdout_by_freq.forEach(({ x, n, actual, expected }, i) => {
      const row = held.rows[i]!;
      expect([row.x, row.customers]).toEqual([x, n]);
      expectClose(row.actual, actual, 1e-12);
      expectClose(row.expected, expected);
    });
    expect(held.tracking).toHaveLength(78);
    const fit = result.check.fits.find(({ model }) => model === "bg")!;
    if (!fit.ok) throw new Error("no fit");
    expectClose(fit.parameters.r, bg.params.r!);
  });

  test("gamma-gamma: 946 customers", async () => {
    const { cdnow_gammagamma: gamma } = reference();
    const { result } = await run(database(), buyTillYouDie, await cdnow(), until);
    const { money } = result;
    if (!money?.ok) throw new Error("no money");
    expect(money.customers).toBe(gamma.n);
    for (const [name, value] of Object.entries(gamma.params)) expectClose(money.parameters[name], value);
    // The reference's means are rounded to cents.
    expectClose(money.observed, gamma.mean_spend_observed, 1e-4);
    expectClose(money.mean, gamma.population_mean);
    expectClose(money.correlation, gamma.corr_x_m, 1e-4);
  });

  test("customer 1516 in the list that SQL makes", async () => {
    const { cust1516 } = reference().cdnow_bgnbd;
    const asked = await run(database(), buyTillYouDie, await cdnow(), { ...until, model: "bg" });
    const query = buyTillYouDie.customers!(asked.request, asked.result, null)!;
    const rows = (await database().query(query)).rows();
    expect(rows).toHaveLength(2357);
    const row = rows.find(({ repeat_purchases: x, weeks_known: known }) => Number(x) === 26 && known === 31)!;
    expectClose(Number(row.p_alive), cust1516.p_alive);
    expectClose(Number(row.expected_purchases), cust1516.ce52);
  });
});
