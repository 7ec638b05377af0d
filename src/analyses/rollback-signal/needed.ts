import { neededPerArm } from "../stats/power";
import type { UsageResult } from "../usage-quartiles/result";

export const basis = ["seen", "alike", "least"] as const;

export interface Needed {
  /** The difference as it stands; among customers alike; or the least that its interval holds. */
  readonly basis: (typeof basis)[number];
  /** How many fewer would leave, as a share. */
  readonly difference: number;
  /** Customers of each arm, with it and without it. */
  readonly perArm: number;
}

/**
 * Customers in each arm of a test in which the feature is switched off for one of them, of those who use it most: how many
 * show that without it fewer leave by the difference. Two-sided at 5 %, power 80 %. Differences that are none, or that leave
 * fewer than nobody to leave, are not asked for.
 */
export function neededOf({ difference, adjusted, segments }: UsageResult): Needed[] {
  const share = segments.find(({ quarter }) => quarter === "top")?.share.rate ?? null;
  if (share === null || !difference) return [];
  const asked: readonly (readonly [Needed["basis"], number | undefined])[] = [
    ["seen", difference.value],
    ["alike", adjusted?.difference?.value],
    ["least", difference.interval[0]],
  ];
  return asked.flatMap(([one, fewer]) => {
    if (fewer === undefined || !(fewer > 0) || share - fewer < 0) return [];
    const perArm = neededPerArm(share, share - fewer);
    return perArm === null ? [] : [{ basis: one, difference: fewer, perArm: Math.ceil(perArm) }];
  });
}
