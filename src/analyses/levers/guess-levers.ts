import type { DataSet } from "../analysis";
import { isOutcomeName } from "../guess-outcome";
import { leverKinds, mostLevers } from "./lever-params";

/** A table with a status and no time has one row a customer: its numbers are the behaviours, its words what they bring along. */
export function guessLevers(data: DataSet): Readonly<Record<string, unknown>> {
  if (data.roles.time !== undefined || data.roles.start !== undefined || data.roles.status === undefined)
    return {};
  const taken = new Set<string>(Object.values(data.roles));
  const free = data.columns.filter(({ name }) => !taken.has(name) && !isOutcomeName(name));
  const levers = free.filter(({ kind }) => leverKinds.includes(kind)).map(({ name }) => name);
  const controls = free.filter(({ kind }) => kind === "text").map(({ name }) => name);
  return { mode: "columns", levers: levers.slice(0, mostLevers), controls: controls.slice(0, 3) };
}
