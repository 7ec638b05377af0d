/** Pixels; grid.css has the same. */
export const measures = {
  row: 28,
  header: 46,
  /** Left free for a scroll bar, so that the grid is as high before as after it is needed. */
  bar: 12,
  narrowest: 56,
  widest: 360,
} as const;
