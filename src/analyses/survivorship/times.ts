import type { Table } from "../../engine";
import { countAt, numberAt } from "../answer";
import type { ExposureCounts } from "../workers/exposure-task";
import type { Work } from "../workers/work";
import type { SurvivorshipRequest } from "./behaviours";
import { isArtefact } from "./classify";
import type { TimeResult } from "./result";

/** Of each behaviour with a beginning, by its place: how fast those with it left, in the three ways of asking. */
export async function timesOf(
  table: Table,
  { params }: SurvivorshipRequest,
  unit: number,
  work: Work,
): Promise<ReadonlyMap<number, TimeResult>> {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < table.rowCount; row++) {
    const place = countAt(table, row, "place");
    const known = rows.get(place);
    if (known) known.push(row);
    else rows.set(place, [row]);
  }
  const places = [...rows.keys()];
  const behaviours = places.map((place) => countsOf(table, rows.get(place)!));
  const inSteps = params.mode === "columns" ? params.landmark : params.landmark / unit;
  const found = await work.run("exposures", { behaviours, landmark: inSteps });
  return new Map(
    places.map((place, i) => {
      const { exposure, ended, customers } = behaviours[i]!;
      const told = found[i]!;
      let [all, used] = [0, 0];
      customers.forEach((n, row) => {
        all += n;
        if (exposure[row]! <= ended[row]!) used += n;
      });
      return [place, { customers: all, used, ...told, isArtefact: isArtefact(told) }];
    }),
  );
}

function countsOf(table: Table, rows: readonly number[]): ExposureCounts {
  return {
    exposure: Float64Array.from(rows, (row) => numberAt(table, row, "exposure") ?? NaN),
    ended: Float64Array.from(rows, (row) => numberAt(table, row, "ended") ?? 0),
    gone: Uint8Array.from(rows, (row) => Number(table.value(row, "gone") === true)),
    customers: Float64Array.from(rows, (row) => countAt(table, row, "customers")),
  };
}
