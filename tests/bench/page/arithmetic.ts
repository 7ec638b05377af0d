import { workAside, type Work } from "../../../src/analyses";
import { firth } from "../../../src/analyses/stats/firth";
import type { Pattern } from "../../../src/analyses/stats/logistic";
import { logisticRegression } from "../../../src/analyses/stats/logistic-regression";
import { permutationMax } from "../../../src/analyses/stats/permutation-max";
import { random } from "../../../src/analyses/stats/random";
import { logisticShares } from "../../../src/analyses/stats/shapley-logistic";

interface Step {
  /** The same data for another engine. */
  readonly data: Readonly<Record<string, unknown>>;
  run(): unknown;
}

declare global {
  interface Window {
    arithmetic: {
      data(title: string): Step["data"];
      run(title: string): Promise<{ ms: number }>;
    };
  }
}

const levers = 12;

/** Customers with levers that go together and have unlike effects, grouped as the query groups them. */
function customers(count: number, seed: string, kind: "switch" | "measure"): Pattern[] {
  const { uniform } = random(seed);
  const effects = [1, 0.7, 0.5, 0.4, 0.3, 0.2, 0.1, 0, 0, -0.2, -0.4, 0.3];
  const groups = new Map<string, { values: number[]; x: number; n: number }>();
  for (let i = 0; i < count; i++) {
    const common = uniform();
    const values = [1];
    let logit = kind === "switch" ? -1 : 0;
    effects.forEach((effect, j) => {
      const likely = (0.2 + 0.05 * j) * (0.6 + 0.8 * common);
      const value =
        kind === "switch" ? Number(uniform() < likely) : Math.round((uniform() + common) * 50) / 10;
      values.push(value);
      logit += effect * (kind === "switch" ? value : (value - 5) / 3);
    });
    const key = values.join();
    const group = groups.get(key) ?? { values, x: 0, n: 0 };
    groups.set(key, group);
    group.n++;
    if (uniform() < 1 / (1 + Math.exp(-logit))) group.x++;
  }
  return [...groups.values()];
}

const grouped = customers(1_000_000, "switches", "switch");
const measures = customers(5000, "measures", "measure");
const withoutIntercept = (patterns: readonly Pattern[]) =>
  patterns.map(({ values, x, n }) => ({ values: values.slice(1), x, n }));
const each = Array.from({ length: levers }, (_, lever) => [lever]);
const shares = (patterns: readonly Pattern[]) => ({
  data: { patterns: withoutIntercept(patterns) },
  run: () => logisticShares({ patterns: withoutIntercept(patterns), levers: each }),
});

const lines = 10;
const { below, uniform } = random("permutations");
const behaviours = each.map(() => ({
  values: Float64Array.from({ length: 20_000 }, () => below(lines + 2)),
  cuts: Array.from({ length: lines }, (_, i) => i + 1),
}));
const outcomes = Uint8Array.from({ length: 20_000 }, () => Number(uniform() < 0.3));

const accounts = 100_000;
const before = Float64Array.from({ length: accounts }, () => 10 + 990 * uniform() ** 3);
const after = before.map((paid) => (uniform() < 0.9 ? paid * (0.8 + 0.5 * uniform()) : 0));
const aside: Work = workAside({ signal: new AbortController().signal, onProgress: () => undefined });

const steps: Readonly<Record<string, Step>> = {
  "logistic estimates": {
    data: { patterns: grouped },
    run: () => logisticRegression(grouped, { profiles: false, terms: [] }),
  },
  "logistic with profiles": { data: {}, run: () => logisticRegression(grouped) },
  firth: { data: {}, run: () => firth(measures) },
  "shapley, switches": shares(grouped),
  "shapley, measures": shares(measures),
  permutations: {
    data: { behaviours: behaviours.map(({ values }) => [...values]), outcomes: [...outcomes], lines },
    run: () =>
      permutationMax(
        { behaviours, outcomes },
        { criterion: { type: "chi-square" }, direction: "either", seed: "bench", permutations: 2000 },
      ),
  },
  // As a cell runs it: in a worker that is started for it, with the columns on their way there.
  bootstrap: {
    data: { before: [...before], after: [...after] },
    run: () =>
      aside.run("bootstrapRatios", {
        columns: [before, after],
        ratios: [{ over: 1, under: 0 }],
        seed: "bench",
        replicates: 2000,
      }),
  },
};

window.arithmetic = {
  data: (title) => steps[title]!.data,
  async run(title) {
    const started = performance.now();
    const result = await steps[title]!.run();
    const ms = performance.now() - started;
    if (!result || (typeof result === "object" && "ok" in result && result.ok !== true))
      throw new Error(`no result: ${title}`);
    return { ms };
  },
};
