import { sql, type Sql } from "../engine";
import type { DataSet } from "./analysis";
import { columnOf, dateOf, textOrNull, tableOf } from "./role-columns";

/**
 * contracts(customer, opens, closes): `closes` is the first day without the contract, null for an open one.
 * A contract counts no longer than it is paid for, and `graceDays` longer than both. Empty contracts fall away.
 */
export function contracts(data: DataSet, graceDays: number): Sql {
  return sql`
    select customer, opens, closes
    from (
      select ${textOrNull(columnOf(data, "customer"))} as customer,
        ${opensOf(data)} as opens,
        ${closesOf(data)}${graceDays > 0 ? sql` + ${graceDays}` : sql``} as closes
      from ${tableOf(data)}
    )
    where customer is not null and isfinite(opens) and (closes is null or closes > opens)`;
}

export function opensOf(data: DataSet): Sql {
  return dateOf(columnOf(data, "start"));
}

/** Whichever comes first of the contract's end and the end of what is paid; an infinite one is none. */
export function closesOf(data: DataSet): Sql {
  const end = dayAfter(data, "end");
  if (data.roles.paidUntil === undefined) return end;
  // `least` passes over a null: a contract without a date of payment is taken as paid.
  return sql`least(${end}, ${dayAfter(data, "paidUntil")})`;
}

/** The first day after the contract's own end, whatever is paid; null for an open one. */
export function endsOf(data: DataSet): Sql {
  return dayAfter(data, "end");
}

function dayAfter(data: DataSet, role: "end" | "paidUntil"): Sql {
  const day = dateOf(columnOf(data, role));
  const finite = sql`case when isfinite(${day}) then ${day} end`;
  return data.endIsLastPaidDay ? sql`${finite} + 1` : finite;
}
