import type { Language } from "../texts";

/** Weeks from the action on; those before it below zero, with a minus sign that is one. */
export function weekAxis(label: string, width: number, { format }: Language) {
  return {
    label,
    ticks: Math.floor(width / 80),
    tickFormat: (week: number) => format.count(week).replace("-", "−"),
  };
}
