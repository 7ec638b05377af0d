import type { Database } from "../../../src/engine";
import type { DataSet } from "../../../src/analyses";
import { madeCustomers } from "../segments/made";

export interface ScoreCase {
  readonly id: "adoption-score";
  readonly data: DataSet;
  readonly given: Readonly<Record<string, unknown>>;
  readonly beside: Readonly<Record<string, DataSet>>;
}

/** Every way to know who left: a log, contracts beside it, a table of customers. */
export async function scoreCases(database: Database): Promise<ScoreCase[]> {
  const { events, people, contracts } = await madeCustomers(database, "scored");
  const one = (data: DataSet, given: ScoreCase["given"], beside: ScoreCase["beside"] = {}): ScoreCase => ({
    id: "adoption-score",
    data,
    given,
    beside,
  });
  const windows = { observeDays: 20, outcomeDays: 30 };
  return [
    one(
      events,
      {
        ...windows,
        levers: ["report >= 3", "open >= 4", "*days >= 6"],
        people: people.table,
        controlsBeside: ["plan"],
      },
      { people },
    ),
    one(
      events,
      {
        ...windows,
        mode: "contracts",
        contracts: contracts.table,
        metric: "days",
        levers: ["report >= 2", "open"],
      },
      { contracts },
    ),
    one(people, {
      mode: "columns",
      left: "gone",
      levers: ["reports >= 5", "seats >= 20"],
      controls: ["plan"],
      began: "started",
      weighting: "phi",
    }),
  ];
}
