import { name, sql, type Sql } from "../../engine";
import { activity } from "../activity";
import type { Request } from "../analysis";
import { AnalysisError } from "../analysis-error";
import { dayOr } from "../calendar";
import { closesOf, opensOf } from "../contracts";
import { activityExtent, contractExtent } from "../extent";
import { columnOf, tableOf, textOrNull } from "../role-columns";
import type { crossProductParams } from "./params";

export type CrossProductRequest = Request<typeof crossProductParams>;

/** The product as text; blank is none. */
export function productOf({ data, params }: CrossProductRequest): Sql {
  const column = data.columns.find((one) => one.name === params.product);
  if (!column) throw new AnalysisError("missing-column", `missing column: ${params.product}`);
  return sql`nullif(trim(${name(column.name)}::varchar), '')`;
}

/**
 * The blocks up to pairs(customer, first_product, second_product, …): one row for each customer and ordered pair of products that the customer
 * had at `earlier`. Everything about the first product is known at `moment`, everything about the second comes after it, and
 * the clock of all starts there: nobody has to stay for some time to be counted as one who kept the first (immortal time,
 * Suissa 2008, Am. J. Epidemiol. 167, 492–499; landmark of Anderson, Cain & Gelber 1983, J. Clin. Oncol. 1, 710–719).
 *
 * states(customer, product, had, has, keeps, last_seen): had it at `earlier`, has it at `moment`, keeps it at `later`. To have a product
 * at a moment is to have used it in the `gap` days before, or a contract in force on the day before. `last_seen`: last use, or
 * the end of the last contract, null for an open one.
 */
export function pairBlocks(request: CrossProductRequest): Record<string, Sql> {
  const { data, params } = request;
  const isContracts = params.mode === "contracts";
  return {
    extent: (isContracts ? contractExtent : activityExtent)(data, params.asOf),
    moments: sql`
      select as_of, first_day, moment - interval ${params.before} day as earlier, moment,
        moment + interval ${params.within} day as later
      from (
        select as_of, first_day, ${dayOr(params.moment, sql`as_of - interval ${params.within} day`)} as moment
        from extent
      )`,
    ...(isContracts ? ofContracts(request) : ofUse(request)),
    ranked: sql`
      select product, count(*) as customers, count(*) filter (where not has) as left_customers,
        (row_number() over (order by count(*) desc, product) - 1)::integer as place
      from states
      where had
      group by product`,
    chosen: sql`select * from ranked where place < ${params.most}`,
    pairs: sql`
      select one.customer, this.place as first_place, one.product as first_product, that.place as second_place,
        other.product as second_product, one.has as has_first, other.has as has_second, other.keeps as keeps_second,
        one.last_seen as first_seen_until, other.last_seen as second_seen_until
      from states one
      join states other on other.customer = one.customer and other.product <> one.product
      join chosen this on this.product = one.product
      join chosen that on that.product = other.product
      where one.had and other.had`,
  };
}

function ofUse(request: CrossProductRequest): Record<string, Sql> {
  const product = productOf(request);
  const gap = sql`interval ${request.params.gap} day`;
  return {
    uses: activity(request.data, { columns: { product }, where: [sql`${product} is not null`] }),
    states: sql`
      select customer, product,
        bool_or(happened < earlier) as had,
        bool_or(happened >= moment - ${gap} and happened < moment) as has,
        bool_or(happened >= later - ${gap}) as keeps,
        max(happened)::date as last_seen
      from uses, moments
      where happened >= earlier - ${gap} and happened < later and happened < as_of
      group by customer, product`,
  };
}

function ofContracts(request: CrossProductRequest): Record<string, Sql> {
  const { data, params } = request;
  const at = (moment: Sql) => sql`bool_or(opens < ${moment} and (closes is null or closes >= ${moment}))`;
  return {
    terms: sql`
      select customer, product, opens, closes
      from (
        select ${textOrNull(columnOf(data, "customer"))} as customer, ${productOf(request)} as product,
          ${opensOf(data)} as opens, ${closesOf(data)}${params.grace > 0 ? sql` + ${params.grace}` : sql``} as closes
        from ${tableOf(data)}
      )
      where customer is not null and product is not null and isfinite(opens) and (closes is null or closes > opens)`,
    states: sql`
      select customer, product, ${at(sql`earlier`)} as had, ${at(sql`moment`)} as has, ${at(sql`later`)} as keeps,
        case when bool_or(closes is null) then null else max(closes) end as last_seen
      from terms, moments
      where opens < as_of
      group by customer, product`,
  };
}
