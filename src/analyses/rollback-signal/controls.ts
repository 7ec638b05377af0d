import { join, sql, type Sql } from "../../engine";
import type { Answers, Questions, Request } from "../analysis";
import { countAt, textAt } from "../answer";
import type { LeverRow } from "../levers/design";
import { columnFor, letter, segmentBlocks, type Dimension } from "../segments/dimensions";
import { dimensionsFrom, valueQuestions } from "../segments/dimensions-of";
import { groupingOf, populationBlocks, strataOf } from "../usage-quartiles/query";
import { withBlocks } from "../with-blocks";
import type { rollbackParams } from "./params";

export type RollbackRequest = Request<typeof rollbackParams>;

/** A control has so many levels at most; the others stand together. */
const mostLevels = 8;

export function controlsOf({ params }: RollbackRequest): readonly string[] {
  return params.people === null ? params.controls : params.controlsBeside;
}

/** Asked under a name of its own: the stratum asks for values too. */
export function controlQuestions(request: RollbackRequest): Questions {
  const { values } = valueQuestions(strataOf(request).data, controlsOf(request));
  return values ? { control_values: values } : {};
}

export function controlDimensions(
  request: RollbackRequest,
  { control_values: values }: Answers,
): Dimension[] {
  const { data } = strataOf(request);
  return dimensionsFrom(data, controlsOf(request), values ? { values } : {}, mostLevels);
}

/** Users alike in usage and every control, counted. */
export function alikeQuery(request: RollbackRequest, dimensions: readonly Dimension[]): Sql {
  const segments = join(
    dimensions.map((_, i) => columnFor("segment", i)),
    ", ",
  );
  return sql`
    ${withBlocks({
      ...populationBlocks(request),
      ...segmentBlocks(dimensions, { ...groupingOf(request), most: mostLevels }),
    })}
    select quarter, ${segments}, count(*) as customers, count(*) filter (where is_lost) as lost
    from segmented
    where quarter <> 'none'
    group by all
    order by all`;
}

/** The middle and the top against the bottom, which has neither. */
export function readAlike({ alike }: Answers, controls: number): LeverRow[] {
  if (!alike) return [];
  return alike.rows().map((_, row) => {
    const quarter = textAt(alike, row, "quarter");
    return {
      values: [quarter === "middle" ? 1 : 0, quarter === "top" ? 1 : 0],
      segments: Array.from({ length: controls }, (__, i) => textAt(alike, row, `segment_${letter(i)}`)),
      fold: 0,
      customers: countAt(alike, row, "customers"),
      lost: countAt(alike, row, "lost"),
    };
  });
}
