import { sql, type Sql } from "../../engine";
import { livesBlocks } from "./lives";
import type { ChurnRequest, Clock } from "./clock";
import { isGroupedBy, mostGroups } from "./params";

/** Group of those of whom nothing is known. */
export const unknownPlace = 0;

/**
 * Blocks that end in placed(…, place): the lives that count, each in its group. The most frequent levels have the places 1
 * to 8; where there are more, all beyond the seventh share the eighth; 0 is the unknown level. Without a group all are in 1.
 */
export function placedBlocks(request: ChurnRequest, known: Clock | null): Record<string, Sql> {
  if (!isGroupedBy(request.params))
    return {
      ...livesBlocks(request, known),
      placed: sql`
        select *, 1 as place
        from lives
        where omission is null`,
    };
  return {
    ...livesBlocks(request, known),
    ranks: sql`
      select level, row_number() over (order by count(*) desc, level) as rank, count(*) over () as levels
      from lives
      where omission is null and level is not null
      group by level`,
    placed: sql`
      select lives.* replace (
          case when ranks.levels > ${mostGroups} and rank >= ${mostGroups} then null else lives.level end as level
        ),
        (case when lives.level is null then ${unknownPlace}
          else least(rank, ${mostGroups}) end)::integer as place
      from lives left join ranks on ranks.level = lives.level
      where omission is null`,
  };
}
