import { alwaysValid } from "../stats/always-valid";
import { clusterDifference, type Account } from "../stats/cluster-difference";
import { cuped, meanDifference, type MeanDifference } from "../stats/cuped";
import { newcombe } from "../stats/newcombe";
import { detectable } from "../stats/power";
import { riskRatio } from "../stats/risk-ratio";
import { sameShare } from "../segments/same-share";
import type { Known } from "./read";
import type { Contrast, Difference, Metric } from "./result";

export interface Asked {
  readonly kind: Metric["kind"];
  /** The accounts of the two arms; null where customers were assigned. */
  readonly accounts: readonly Account[] | null;
  /** With the number from before. */
  readonly isAdjusted: boolean;
  /** Judged at every look: customers of each arm at which the interval is to be tightest, null for those there are. */
  readonly always: { readonly planned: number | null } | null;
}

type Told = Omit<Contrast, "arm" | "q" | "finding">;

/** An arm against the control, in one outcome. */
export function contrastOf(control: Known, arm: Known, asked: Asked): Told {
  const found = asked.kind === "share" ? ofShares(control, arm, asked) : ofMeans(control, arm, asked);
  const adjusted = asked.isAdjusted ? adjustedOf(control, arm) : null;
  const base = adjusted ?? found.raw;
  const error = base?.standardError ?? null;
  const always =
    asked.always && base && error !== null && error > 0
      ? alwaysValid(base.difference, error, {
          plannedError: plannedError(error, Math.min(control.n, arm.n), asked.always.planned),
        })
      : null;
  return {
    ...found,
    adjusted,
    always: always && { interval: [...always.interval], p: always.p },
    judged: judgedOf(base, asked.always !== null, always),
  };
}

function judgedOf(
  base: Difference | null,
  isAlways: boolean,
  always: { readonly interval: readonly [number, number]; readonly p: number } | null,
): Told["judged"] {
  if (!base) return null;
  const { difference } = base;
  if (!isAlways) return { difference, interval: base.interval, p: base.p };
  return always ? { difference, interval: [...always.interval], p: always.p } : null;
}

/** The error shrinks with the root of the customers. */
function plannedError(error: number, n: number, planned: number | null): number {
  return planned === null ? error : error * Math.sqrt(n / planned);
}

type Found = Omit<Told, "adjusted" | "always" | "judged">;

const nothing = { raw: null, ratio: null, ratioInterval: null, designEffect: null, detectable: null };

function ofShares(control: Known, arm: Known, { accounts }: Asked): Found {
  const [a, b] = [control, arm].map(({ ones, n }) => ({ x: ones, n })) as [Counts, Counts];
  if (a.n === 0 || b.n === 0) return { ...nothing, why: "no-base" };
  const ratio = riskRatio(b, a);
  const told = { ...nothing, why: null, ratio: ratio?.ratio ?? null };
  const reachable = (designEffect: number) =>
    detectableOf(a.x / a.n, a.n, { ratio: b.n / a.n, designEffect: Math.max(1, designEffect) });
  if (accounts) {
    const found = clusterDifference(accounts);
    // The ratio's own interval would take the customers for independent.
    if (!found.ok) return { ...told, why: found.why === "no-spread" ? "no-spread" : "too-few-accounts" };
    const { difference, interval, standardError, p, designEffect } = found;
    return {
      ...told,
      raw: { difference, interval: [...interval], standardError, p },
      designEffect,
      detectable: reachable(designEffect),
    };
  }
  const { difference, interval } = newcombe(b, a)!;
  const error = Math.sqrt(variance(a) + variance(b));
  return {
    ...told,
    ratioInterval: ratio?.interval ? [...ratio.interval] : null,
    raw: {
      difference,
      interval: [...interval],
      standardError: error > 0 ? error : null,
      p: sameShare(a, b),
    },
    detectable: reachable(1),
  };
}

interface Counts {
  readonly x: number;
  readonly n: number;
}

function variance({ x, n }: Counts): number {
  return ((x / n) * (1 - x / n)) / n;
}

/** The wider of the two ways: so far a rise and a fall would be seen. */
function detectableOf(
  share: number,
  n: number,
  design: { readonly ratio: number; readonly designEffect: number },
): number | null {
  const [up, down] = [detectable(share, n, design), detectable(share, n, { ...design, below: true })];
  if (up === null && down === null) return null;
  return Math.max(up === null ? 0 : up - share, down === null ? 0 : share - down);
}

function ofMeans(control: Known, arm: Known, { accounts }: Asked): Found {
  if (control.n === 0 || arm.n === 0) return { ...nothing, why: "no-base" };
  if (accounts) return { ...nothing, why: "mean-of-accounts" };
  const [first, second] = [control, arm].map(({ n, mean, variance }) => ({
    n,
    meanY: mean ?? 0,
    varianceY: variance ?? 0,
  }));
  const told = meanDifference(first!, second!);
  if (!told) return { ...nothing, why: "no-spread" };
  const { meanY } = first!;
  return { ...nothing, why: null, raw: plain(told), ratio: meanY > 0 ? second!.meanY / meanY : null };
}

function adjustedOf(control: Known, arm: Known): Told["adjusted"] {
  if (!control.both || !arm.both) return null;
  const told = cuped(control.both, arm.both);
  if (!told.ok) return null;
  return {
    ...plain(told.adjusted),
    varianceRatio: told.varianceRatio,
    n: control.both.n + arm.both.n,
    covariateP: told.covariate?.p ?? null,
  };
}

function plain({ difference, interval, standardError, p }: MeanDifference): Difference {
  return { difference, interval: [...interval], standardError, p };
}
