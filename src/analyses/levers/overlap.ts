import type { LeverParams } from "./lever-params";

/** Days from the start of the observation; null: the windows are not known. */
export function leverDays(
  params: Pick<LeverParams, "mode" | "observeDays" | "outcomeFrom" | "usageDays" | "statusDay">,
): { readonly observed: number; readonly outcomeFrom: number } | null {
  if (params.mode !== "columns")
    return { observed: params.observeDays, outcomeFrom: params.outcomeFrom ?? params.observeDays };
  return params.usageDays === null || params.statusDay === null
    ? null
    : { observed: params.usageDays, outcomeFrom: params.statusDay };
}

/** A behaviour that is counted on while the outcome already happens foretells nothing: it is the outcome. Spec B3, row 1. */
export function leversOverlap(params: Parameters<typeof leverDays>[0]): boolean {
  const days = leverDays(params);
  return days !== null && days.outcomeFrom < days.observed;
}
