import { join, sql, type Sql } from "../../engine";
import { withBlocks } from "../with-blocks";
import { movesBlocks, type Moments } from "./moves";
import { focalOf, stepsBlocks, sums } from "./query";
import { hasRevenue, type LogoRequest } from "./source";

/** One row a step from start to end: its logos, and what it adds to the MRR. */
export function bridgeQuery(request: LogoRequest, known: Moments | null): Sql {
  const blocks = withBlocks({
    ...movesBlocks(focalOf(request), known),
    ...stepsBlocks(),
    totals: sql`
      select ${join(sums, ",\n")}
      from steps`,
  });
  if (!hasRevenue(request))
    return sql`
      ${blocks}
      select unnest(['start', 'lost', 'returned', 'new', 'end']) as step,
        unnest([at_start, lost, returned, new, at_end]) as logos
      from totals`;
  return sql`
    ${blocks}
    select unnest(['start', 'lost', 'contraction', 'expansion', 'returned', 'new', 'end']) as step,
      unnest([at_start, lost, contracted, expanded, returned, new, at_end]) as logos,
      unnest([mrr_start, -mrr_lost, -mrr_contraction, mrr_expansion, mrr_returned, mrr_new, mrr_end]) as mrr
    from totals`;
}
