import { expect, test } from "vitest";
import { cutStability } from "../../../src/analyses/stats/cut-stability";
import { permutationMax } from "../../../src/analyses/stats/permutation-max";
import { leverCutsTask, type LeverCutsInput } from "../../../src/analyses/workers/lever-cuts-task";

const options = { criterion: { type: "youden" }, direction: "either" } as const;

/** Two behaviours with three lines and one; of some customers the first is not known (cell 4). */
const rows = [
  { cells: [0, 0], customers: 40, stayed: 18 },
  { cells: [1, 1], customers: 35, stayed: 19 },
  { cells: [2, 0], customers: 30, stayed: 22 },
  { cells: [3, 1], customers: 30, stayed: 26 },
  { cells: [4, 1], customers: 25, stayed: 11 },
] as const;

const input: LeverCutsInput = {
  codes: Float64Array.from(rows, ({ cells }) => cells[0] + 16 * cells[1]),
  customers: Float64Array.from(rows, ({ customers }) => customers),
  stayed: Float64Array.from(rows, ({ stayed }) => stayed),
  cuts: [3, 1],
  ...options,
  permutations: 199,
  resamples: 50,
  seed: "test",
};

test("counted cells give what the customers one by one give", () => {
  const each = rows.flatMap(({ cells, customers, stayed }) =>
    Array.from({ length: customers }, (_, i) => ({ cells, outcome: i < stayed ? 1 : 0 })),
  );
  const plain = {
    behaviours: [
      { values: Float64Array.from(each, ({ cells }) => (cells[0] > 3 ? NaN : cells[0])), cuts: [1, 2, 3] },
      { values: Float64Array.from(each, ({ cells }) => cells[1]), cuts: [1] },
    ],
    outcomes: Uint8Array.from(each, ({ outcome }) => outcome),
  };
  const told: number[] = [];
  const { cells, choices } = leverCutsTask(input, { onProgress: (share) => void told.push(share) });
  expect(cells).toEqual([
    { customers: [40, 35, 30, 30], stayed: [18, 19, 22, 26] },
    { customers: [70, 90], stayed: [40, 56] },
  ]);
  const found = cutStability(plain, { ...options, seed: "test resamples", replicates: 50 });
  const dealt = permutationMax(plain, { ...options, seed: "test permutations", permutations: 199 });
  if (!found.ok || !dealt.ok) throw new Error("not found");
  choices.forEach((choice, b) => {
    expect(choice).toMatchObject({ p: dealt.behaviours[b]!.p, pOfAll: dealt.behaviours[b]!.pOfAll });
    const { cut, side, timesChosen, withinOneStep, auc, phi } = found.behaviours[b]!;
    expect(choice).toMatchObject({ cut, side, timesChosen, withinOneStep, auc, phi });
  });
  expect(told.at(-1)).toBe(1);
  expect([...told].sort((one, other) => one - other)).toEqual(told);
});

test("twelve behaviours of fifteen cells fit one number", () => {
  const code = Array.from({ length: 12 }, (_, b) => 15 * 16 ** b).reduce((sum, one) => sum + one);
  expect(Number.isSafeInteger(code)).toBe(true);
  const { cells } = leverCutsTask(
    {
      ...input,
      codes: Float64Array.of(code, 0),
      customers: Float64Array.of(7, 5),
      stayed: Float64Array.of(3, 4),
      cuts: Array.from({ length: 12 }, () => 14),
      permutations: 1,
      resamples: 1,
    },
    { onProgress: () => undefined },
  );
  for (const { customers } of cells) expect(customers.reduce((sum, one) => sum + one)).toBe(5);
});

test("one outcome alone has no line", () => {
  const { choices } = leverCutsTask({ ...input, stayed: input.customers }, { onProgress: () => undefined });
  expect(choices).toEqual([null, null]);
});
