import { expect, test } from "vitest";
import { aliveBlocks, expectationBlocks } from "../../../src/analyses/buy-till-you-die/forecast-sql";
import { models, type ModelName, type Parameters } from "../../../src/analyses/buy-till-you-die/models";
import { withBlocks } from "../../../src/analyses/with-blocks";
import { sql } from "../../../src/engine";
import { openedDatabase } from "../opened-database";

const database = openedDatabase();

const given: readonly (readonly [ModelName, Parameters])[] = [
  ["bg", { r: 0.2426, alpha: 4.4136, a: 0.793, b: 2.4259 }],
  ["bg", { r: 3, alpha: 20, a: 1, b: 0.3 }],
  ["bg", { r: 0.05, alpha: 0.5, a: 0.02, b: 40 }],
  ["mbg", { r: 0.5248, alpha: 6.1831, a: 0.8914, b: 1.614 }],
  ["mbg", { r: 12, alpha: 30, a: 6, b: 9 }],
  ["pareto", { r: 0.5533, alpha: 10.5777, s: 0.6062, beta: 11.6687 }],
  ["pareto", { r: 4, alpha: 6, s: 1, beta: 300 }],
  ["pareto", { r: 0.1, alpha: 0.7, s: 3, beta: 0.9 }],
];

/** Days; never again, often and long ago, all the time, on the last day known. */
const histories = [
  [0, 0, 0],
  [0, 0, 1],
  [0, 0, 700],
  [1, 1, 2],
  [1, 300, 700],
  [2, 213, 272],
  [26, 216, 217],
  [40, 60, 500],
  [150, 699, 700],
  [300, 400, 700],
  [3, 700, 700],
] as const;

test.each(given)("in DuckDB as here: %s %o", async (model, parameters) => {
  const rows = histories.map(
    (one) => sql`select ${one[0]}::bigint as x, ${one[1]} as tx, ${one[2]} as followed`,
  );
  const ahead = 52;
  const found = await database().query(sql`
    ${withBlocks({
      histories: { text: rows.map(({ text }) => text).join("\nunion all\n") },
      ...aliveBlocks({ model, parameters }),
      ...expectationBlocks({ model, parameters }, ahead),
    })}
    select x::integer as x, tx, followed, p_alive, if_alive
    from histories join alive using (x, tx, followed) join expectations using (x, followed)`);
  expect(found.rowCount).toBe(histories.length);
  for (const row of found.rows()) {
    const [x, tx, followed] = [Number(row.x), Number(row.tx), Number(row.followed)];
    const history = { x, tx: tx / 7, T: followed / 7 };
    const alive = models[model].alive(parameters, history);
    const expected = models[model].conditional(parameters, history, ahead);
    // Two rules for the same integrals; the one in DuckDB has fewer points.
    expect(Math.abs(Number(row.p_alive) - alive), `alive ${x} ${tx} ${followed}`).toBeLessThan(
      1e-9 * alive + 1e-300,
    );
    const ifAlive = alive > 1e-200 ? expected / alive : null;
    if (ifAlive !== null)
      expect(Math.abs(Number(row.if_alive) / ifAlive - 1), `expected ${x} ${tx} ${followed}`).toBeLessThan(
        1e-6,
      );
  }
});
