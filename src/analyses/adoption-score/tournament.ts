import { designOf, type Design, type LeverRow } from "../levers/design";
import { aucOf, crossValidate, type CrossValidation } from "../stats/folds-validation";
import type { TaskContext } from "../workers/tasks";
import { bandsOf } from "./bands";
import * as judged from "./checks";
import type { Check } from "./checks";
import { heldOut } from "./hold-out";
import { chanceByScore, scoreOfValues } from "./predict";
import { stabilities, type Stability } from "./stability";
import type { Version } from "./versions";
import { strengthsOf, weightsOf, type Strengths, type WeightInput, type Weights } from "./weights";

export interface TournamentRow extends LeverRow {
  /** Of those who began last; null where nobody knows when they began. */
  readonly isLater: boolean | null;
}

export interface TournamentInput {
  readonly rows: readonly TournamentRow[];
  readonly levers: number;
  readonly controls: number;
  readonly versions: readonly Version[];
  /** Area under the curve of each measure alone, before it is cut. */
  readonly separates: readonly (number | null)[];
  readonly knowsWindows: boolean;
  readonly replicates: number;
  readonly seed: string;
}

/** Every version weighed, validated and asked the twelve questions. The same rows in any order give the same answer. */
export function tournament(input: TournamentInput, { onProgress }: TaskContext) {
  const rows = [...input.rows].sort(compareRows);
  const design = designOf(rows, input.levers, input.controls);
  const complete = rows.filter(({ values }) => !values.includes(null));
  const folded = design.patterns.map((pattern, i) => ({ ...pattern, isLater: complete[i]!.isLater }));
  const own: WeightInput = { terms: design.terms, patterns: design.patterns, levers: input.levers };
  const strengths = strengthsOf(own);
  const weighed = input.versions.map((version) => ({ version, found: weightsOf(version, own, strengths) }));
  const validations = weighed.map(({ version, found }, i) => {
    const validation = found.ok ? validate(version, own, design) : null;
    onProgress((0.5 * (i + 1)) / weighed.length);
    return validation;
  });
  const moved = stabilities(
    own,
    Object.fromEntries(
      weighed.flatMap(({ version, found }) => (found.ok ? [[version, found.weights]] : [])),
    ) as Partial<Record<Version, readonly number[]>>,
    { ...input, onProgress: (share) => onProgress(0.5 + share / 2) },
  );
  return {
    strengths,
    contenders: weighed.map(({ version, found }, i) =>
      contenderOf({
        input,
        rows,
        design,
        folded,
        strengths,
        version,
        found,
        validated: validations[i]!,
        stability: moved[version] ?? null,
      }),
    ),
  };
}

interface Entered {
  readonly input: TournamentInput;
  readonly rows: readonly TournamentRow[];
  readonly design: Design;
  readonly folded: readonly (Design["patterns"][number] & { readonly isLater: boolean | null })[];
  readonly strengths: Strengths;
  readonly version: Version;
  readonly found: Weights;
  readonly validated: CrossValidation | null;
  readonly stability: Stability | null;
}

function contenderOf(entered: Entered) {
  const { version, found, validated, stability } = entered;
  if (!found.ok) return { version, ok: false as const, why: found.why };
  const { weights } = found;
  const { folded, design } = entered;
  const apparent = aucOf(
    folded.map(({ values, x, n }) => ({ probability: scoreOfValues(weights, values), x, n })),
  );
  const told = validated ? judged.calibrationOfHeld(validated.held) : null;
  const later = heldOut(version, design.terms, folded, entered.input.levers);
  return {
    version,
    ok: true as const,
    weights,
    clipped: found.clipped,
    apparent: apparent && { auc: apparent.auc, interval: apparent.interval },
    validated: validated && {
      ...validated.auc,
      brier: validated.brier,
      brierOfBaseRate: validated.brierOfBaseRate,
      slope: told?.slope ? { value: told.slope.value, interval: told.slope.interval } : null,
      inTheLarge: told ? { value: told.inTheLarge.value, interval: told.inTheLarge.interval } : null,
    },
    intervals: stability?.intervals ?? null,
    later,
    checks: checksOf(entered, weights, { apparent: apparent?.auc ?? null, told, later }),
  };
}

function checksOf(
  { input, rows, design, folded, strengths, version, validated, stability }: Entered,
  weights: readonly number[],
  known: {
    apparent: number | null;
    told: ReturnType<typeof judged.calibrationOfHeld>;
    later: ReturnType<typeof heldOut>;
  },
): Check[] {
  const raw = version === "phi" ? strengths.phi : (strengths.coefficients ?? strengths.phi);
  const customers = rows.reduce((sum, row) => sum + row.customers, 0);
  const isKnown = (row: LeverRow) => weights.every((weight, i) => weight === 0 || row.values[i] !== null);
  const controlColumns = design.terms.flatMap(({ form }, column) => (form === "control" ? [column] : []));
  return [
    judged.signs(raw.flatMap((one, lever) => (one < 0 ? [lever] : []))),
    judged.monotone(bandsOf(weights, rows)),
    judged.discriminates(validated),
    judged.calibrated(known.told),
    judged.optimism(known.apparent, validated?.auc.auc ?? null),
    judged.stable(version === "equal" ? null : stability, input.replicates),
    judged.later(known.later),
    judged.within(partsOf(weights, folded, rows, input.controls)),
    judged.adds(validated?.held ?? [], controlColumns),
    judged.movable(
      weights.map((_, lever) => shareOn(rows, lever)),
      weights,
    ),
    judged.leak(input.separates, weights, input.knowsWindows),
    judged.coverage(
      rows.reduce((sum, row) => sum + (isKnown(row) ? row.customers : 0), 0),
      customers,
    ),
  ];
}

/** Weights and the curve of chances are found anew without each fold. */
function validate(version: Version, own: WeightInput, design: Design): CrossValidation | null {
  const found = crossValidate(design.patterns, (train) => {
    const input = { ...own, patterns: train };
    const weights = weightsOf(version, input, strengthsOf(input));
    return weights.ok ? chanceByScore(weights.weights, train) : null;
  });
  return found.ok ? found : null;
}

function partsOf(
  weights: readonly number[],
  folded: Entered["folded"],
  rows: readonly TournamentRow[],
  controls: number,
): judged.Part[] {
  const complete = rows.filter(({ values }) => !values.includes(null));
  return Array.from({ length: controls }, (_, control) => control).flatMap((control) => {
    const parts = new Map<string, { score: number; positives: number; negatives: number }[]>();
    folded.forEach(({ values, x, n }, i) => {
      const segment = complete[i]!.segments[control]!;
      const scores = parts.get(segment) ?? [];
      scores.push({ score: scoreOfValues(weights, values), positives: x, negatives: n - x });
      parts.set(segment, scores);
    });
    return [...parts].sort().map(([segment, scores]) => ({ control, segment, scores }));
  });
}

function shareOn(rows: readonly TournamentRow[], lever: number): number | null {
  const known = rows.filter(({ values }) => values[lever] !== null);
  const customers = known.reduce((sum, row) => sum + row.customers, 0);
  return customers > 0
    ? known.reduce((sum, row) => sum + row.customers * row.values[lever]!, 0) / customers
    : null;
}

/** An order of their own: sums of numbers that are no whole ones hang on it. */
function compareRows(a: TournamentRow, b: TournamentRow): number {
  const [one, other] = [keyOf(a), keyOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

function keyOf({ values, segments, fold, isLater }: TournamentRow): string {
  return JSON.stringify([values, segments, fold, isLater]);
}
