import type { LogoPeriod } from "./result";

export const stepNames = ["start", "lost", "contraction", "expansion", "returned", "new", "end"] as const;
export type StepName = (typeof stepNames)[number];

/** One bar of the bridge: how many logos, how much MRR, and whether it stands on the ground. */
export interface Step {
  readonly step: StepName;
  readonly logos: number;
  /** What it adds; below nought for what goes. */
  readonly mrr: number | null;
}

/** From start to end; without money there is nothing between logos that stay. */
export function stepsOf({ counts, money }: LogoPeriod): readonly Step[] {
  const all: readonly Step[] = [
    { step: "start", logos: counts.atStart, mrr: money && money.start },
    { step: "lost", logos: counts.lost, mrr: money && -money.lost },
    { step: "contraction", logos: money?.contracted ?? 0, mrr: money && -money.contraction },
    { step: "expansion", logos: money?.expanded ?? 0, mrr: money && money.expansion },
    { step: "returned", logos: counts.returned, mrr: money && money.returned },
    { step: "new", logos: counts.new, mrr: money && money.new },
    { step: "end", logos: counts.atEnd, mrr: money && money.end },
  ];
  return money ? all : all.filter(({ step }) => step !== "contraction" && step !== "expansion");
}
