import type { ExitResult } from "./result";

/** Texts instead of codes: most of many reasons occur once. */
export function looksUncoded({ once, different }: ExitResult): boolean {
  return different >= 10 && once > different * 0.5;
}

/** Good (1953): the chance that the next interview names a theme that nobody has named, from those named once. */
export function shareOfNew({ once, coverage }: ExitResult): number | null {
  return coverage.x === 0 ? null : Math.min(1, once / coverage.x);
}

/** Agreement below which counts hang on who coded: "substantial" begins at 0.6, Landis & Koch (1977), Biometrics 33, 159–174. */
export const leastKappa = 0.6;
