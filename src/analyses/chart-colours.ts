/** The only place where charts get their colours: CSS variables, so that a theme can change under a drawn figure. */
export const colour = {
  first: "var(--chart-1)",
  second: "var(--chart-2)",
  lost: "var(--chart-lost)",
  new: "var(--chart-new)",
  returned: "var(--chart-returned)",
  kept: "var(--chart-kept)",
  muted: "var(--chart-muted)",
  grid: "var(--chart-grid)",
  band: "var(--chart-band)",
} as const;
