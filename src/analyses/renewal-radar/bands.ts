/** In the order of time left. "overdue": ended, not renewed, and within the days of grace. "open": without an end. */
export const bands = ["overdue", "urgent", "late", "window", "later", "open"] as const;
export type Band = (typeof bands)[number];

/** The bands that someone has to act on now. */
export const near = ["overdue", "urgent", "late", "window"] as const satisfies readonly Band[];

export function bandNamed(text: string): Band | null {
  return bands.find((one) => one === text) ?? null;
}
