/** How levers are weighed. `coef`: by the model with all levers and controls; the score itself has no controls. */
export const versions = ["coef", "shapley", "equal", "points", "phi"] as const;
export type Version = (typeof versions)[number];
