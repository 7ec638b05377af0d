import { makeBase } from "./base";
import { ebbPath } from "./ebb";
import { judge, type Judged } from "./judge";
import { bestPhi, plainLogistic } from "./naive";
import type { Path } from "./path";
import { openTestDatabase } from "../../engine/open-database";

export interface Run {
  readonly customers: number;
  readonly seed: number;
  readonly path: Path;
  readonly judged: Judged;
}

export interface Plan {
  readonly customers: number;
  readonly seeds: number;
}

const freshCustomers = 20_000;

/** All paths on all bases, one after the other in one DuckDB. */
export async function runBench(
  plan: readonly Plan[],
  from: number,
  onBase: (run: Pick<Run, "customers" | "seed">) => void,
): Promise<Run[]> {
  const database = await openTestDatabase();
  const fresh = makeBase({ seed: "to come", customers: freshCustomers, beforehand: true });
  const runs: Run[] = [];
  for (const { customers, seeds } of plan)
    for (let seed = from; seed < from + seeds; seed++) {
      const base = makeBase({ seed: `base ${customers} ${seed}`, customers });
      const add = (path: Path, judged: Judged) => runs.push({ customers, seed, path, judged });
      add("ebb", judge(base, fresh, await ebbPath(database, base)));
      add("phi", judge(base, fresh, bestPhi(base)));
      add("logistic", judge(base, fresh, plainLogistic(base)));
      onBase({ customers, seed });
    }
  await database.close();
  return runs;
}
