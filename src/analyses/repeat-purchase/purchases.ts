import { sql, type Sql } from "../../engine";
import { activity, type MoreOfActivity } from "../activity";
import type { Request } from "../analysis";
import { columnOf, textOrNull } from "../role-columns";
import { activityExtent, asOfExtent } from "../extent";
import { name } from "../../engine";
import type { repeatPurchaseParams } from "./params";

export type RepeatPurchaseRequest = Request<typeof repeatPurchaseParams>;

/** What is needed to say which rows are refunds and until when the data are known. */
export interface KnownRows extends Pick<RepeatPurchaseRequest, "data"> {
  readonly params: Pick<RepeatPurchaseRequest["params"], "asOf">;
}

/** What the data are known until, where it was found already; null: to be found in the data. */
export type KnownAsOf = string | null;

/**
 * Blocks that end in purchases(customer, day): one row a purchase, those after `as_of` left out. Where days count, the several
 * purchases of a day are one; with `isEach` they stay apart, for whoever asks only for days.
 */
export function purchases(
  request: RepeatPurchaseRequest,
  known: KnownAsOf,
  isEach = false,
): Record<string, Sql> {
  return {
    ...asOfBlocks(request, known),
    activity: activity(request.data, moreOf(request)),
    purchases:
      countsDays(request) && !isEach
        ? sql`select distinct customer, happened::date as day from activity where happened < ${asOf(known)}`
        : countedPurchases(request, asOf(known)),
  };
}

/** Several purchases of one day are one. */
export function countsDays({ params }: RepeatPurchaseRequest): boolean {
  return params.purchase === "days";
}

/** `extent` is only asked for where its answer is not known. */
export function asOfBlocks({ data, params }: KnownRows, known: KnownAsOf): Record<string, Sql> {
  return known === null ? { extent: activityExtent(data, params.asOf) } : {};
}

/** The first moment of which nothing is known. */
export function asOf(known: KnownAsOf): Sql {
  return known === null ? asOfExtent : sql`timestamp ${known}`;
}

/** Rows that take a purchase back: no purchase themselves. Null where no column says amounts. */
export function refund({ data }: Pick<KnownRows, "data">): Sql | null {
  return data.roles.amount === undefined
    ? null
    : sql`coalesce(${name(columnOf(data, "amount").name)} < 0, false)`;
}

/** Purchases by number of an order, where a column holds it; otherwise each row is an order. */
export function hasOrders({ data, params }: RepeatPurchaseRequest): boolean {
  return params.purchase === "orders" && data.roles.order !== undefined;
}

/** Within an order refunds are needed to see whether all of it was taken back. */
function moreOf(request: RepeatPurchaseRequest): MoreOfActivity {
  const { data } = request;
  const back = refund(request);
  if (!hasOrders(request)) return { where: back ? [sql`not ${back}`] : [] };
  const order = textOrNull(columnOf(data, "order"));
  return { columns: { order_id: order, ...(back ? { amount: name(columnOf(data, "amount").name) } : {}) } };
}

function countedPurchases(request: RepeatPurchaseRequest, until: Sql): Sql {
  if (!hasOrders(request))
    return sql`select customer, happened::date as day from activity where happened < ${until}`;
  const group = sql`group by customer, order_id, case when order_id is null then happened end`;
  if (request.data.roles.amount === undefined)
    return sql`
      select customer, min(happened)::date as day
      from activity
      where happened < ${until}
      ${group}`;
  // An order that was taken back in full is none; one of amounts that are 0 or unknown is.
  return sql`
    select customer, min(happened) filter (where not coalesce(amount < 0, false))::date as day
    from activity
    where happened < ${until}
    ${group}
    having day is not null and not (bool_or(coalesce(amount < 0, false)) and sum(amount) <= 0)`;
}
