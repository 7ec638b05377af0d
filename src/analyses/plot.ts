/** The one door to Plot: figures name its marks through here, and the page draws with it. */
export * as Plot from "@observablehq/plot";
export type { PlotOptions } from "@observablehq/plot";
