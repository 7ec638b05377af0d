import type { Database } from "../../../src/engine";
import { madeCustomers } from "../segments/made";

/** Ways to look for levers among 600 customers made by rule. */
export async function finderCases(database: Database) {
  const { events, people, contracts } = await madeCustomers(database, "levers");
  const few = { permutations: 99 };
  const one = (data: typeof events, given: Readonly<Record<string, unknown>>, beside = {}) => ({
    id: "lever-finder" as const,
    data,
    given: { ...few, ...given },
    beside,
  });
  return [
    one(events, { observeDays: 30, outcomeDays: 40 }),
    one(
      events,
      {
        mode: "contracts",
        contracts: contracts.table,
        observeDays: 20,
        outcomeDays: 60,
        metric: "days",
        levers: ["report >= 3", "*kinds", "open"],
      },
      { contracts },
    ),
    one(people, { mode: "columns", left: "gone", levers: ["reports", "seats"], candidates: "round" }),
  ];
}
