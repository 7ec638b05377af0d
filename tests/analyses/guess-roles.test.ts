import { describe, expect, test } from "vitest";
import { guessRoles } from "../../src/analyses";
import type { ColumnKind, ColumnProfile } from "../../src/engine";

/** "customer_id text, ts timestamp" as columns. */
function columns(text: string) {
  return text.split(", ").map((one) => {
    const at = one.lastIndexOf(" ");
    const kind = one.slice(at + 1);
    return { name: one.slice(0, at), type: kind.toUpperCase(), kind };
  });
}

function profile(
  name: string,
  kind: ColumnKind,
  rows: number,
  distinct: number,
  filled = rows,
): ColumnProfile {
  return {
    name,
    type: kind,
    kind,
    rows,
    filled,
    blank: 0,
    distinct,
    distinctIsEstimate: false,
    smallest: null,
    largest: null,
    histogram: { form: "top", values: [], others: 0 },
  };
}

describe("roles from names", () => {
  test("no columns, no roles", () => {
    expect(guessRoles([])).toEqual({});
  });

  test.each([
    [
      "customer_id text, ts_utc timestamp, event text",
      { customer: "customer_id", time: "ts_utc", event: "event" },
    ],
    [
      "User ID integer, Event Name text, Event Time timestamp",
      { customer: "User ID", time: "Event Time", event: "Event Name" },
    ],
    [
      "userId integer, createdAt timestamp, action text, amount number",
      { customer: "userId", time: "createdAt", event: "action", amount: "amount" },
    ],
    [
      "master_id text, customer_id text, date date, cds integer, dollars decimal",
      { customer: "customer_id", time: "date", amount: "dollars" },
    ],
    ["time_stamp date, user_id integer, visited integer", { time: "time_stamp", customer: "user_id" }],
    [
      "user_id text, session_id text, event text, timestamp timestamp, platform text",
      { customer: "user_id", event: "event", time: "timestamp" },
    ],
    [
      "SUBSCRIBER_ID integer, BILL_MONTH date, CHARGES decimal",
      { customer: "SUBSCRIBER_ID", time: "BILL_MONTH", amount: "CHARGES" },
    ],
    [
      "order_id text, client_code text, order_date date, total_amount decimal, currency text",
      {
        order: "order_id",
        customer: "client_code",
        time: "order_date",
        amount: "total_amount",
        currency: "currency",
      },
    ],
  ])("events: %s", (given, expected) => {
    expect(guessRoles(columns(given))).toEqual(expected);
  });

  test.each([
    [
      "account text, contract text, start date, end date, mrr integer",
      { customer: "account", start: "start", end: "end", mrr: "mrr" },
    ],
    [
      "account_id text, contract_start date, contract_end date, status text, cancel_reason text",
      {
        customer: "account_id",
        start: "contract_start",
        end: "contract_end",
        status: "status",
        reason: "cancel_reason",
      },
    ],
    [
      "customer text, valid_from date, valid_to date, paid_until date",
      { customer: "customer", start: "valid_from", end: "valid_to", paidUntil: "paid_until" },
    ],
    [
      "SUBSCRIBER_ID integer, START_DT date, END_DT date, STATUS text",
      { customer: "SUBSCRIBER_ID", start: "START_DT", end: "END_DT", status: "STATUS" },
    ],
  ])("contracts: %s", (given, expected) => {
    expect(guessRoles(columns(given))).toEqual(expected);
  });

  test.each([
    [
      "Код клиента text, Дата события timestamp, Событие text",
      { customer: "Код клиента", time: "Дата события", event: "Событие" },
    ],
    ["клиент text, дата date, сумма decimal", { customer: "клиент", time: "дата", amount: "сумма" }],
    [
      "Номер заказа text, Покупатель text, Дата заказа date, Сумма заказа decimal",
      { order: "Номер заказа", customer: "Покупатель", time: "Дата заказа", amount: "Сумма заказа" },
    ],
    [
      "Контрагент text, Начало договора date, Окончание договора date, Абонплата decimal",
      { customer: "Контрагент", start: "Начало договора", end: "Окончание договора", mrr: "Абонплата" },
    ],
    [
      "Лицевой счёт integer, Дата подключения date, Дата расторжения date, Причина ухода text",
      {
        customer: "Лицевой счёт",
        start: "Дата подключения",
        end: "Дата расторжения",
        reason: "Причина ухода",
      },
    ],
    [
      "ID пользователя integer, Тип события text, Дата и время timestamp",
      { customer: "ID пользователя", event: "Тип события", time: "Дата и время" },
    ],
  ])("Russian: %s", (given, expected) => {
    expect(guessRoles(columns(given))).toEqual(expected);
  });

  test.each([
    [
      "userid integer, version text, sum_gamerounds integer, retention_1 boolean",
      { customer: "userid", variant: "version", amount: "sum_gamerounds" },
      2,
    ],
    [
      "user_id text, Группа text, Дата попадания в тест date",
      { customer: "user_id", variant: "Группа", assigned: "Дата попадания в тест" },
      3,
    ],
    [
      "user_id text, variant text, assigned_at timestamp",
      { customer: "user_id", variant: "variant", assigned: "assigned_at", time: undefined },
      2,
    ],
  ])("an experiment: %s", (given, expected, arms) => {
    const found = columns(given);
    const of = (distinct: number) =>
      found.map(({ name, kind }) =>
        profile(name, kind as ColumnKind, 900, name === expected.variant ? distinct : 900),
      );
    expect(guessRoles(found, of(arms))).toEqual({ ...expected, time: undefined });
    // Of the many groups of customers, or the many versions of a program, none is an arm.
    expect(guessRoles(found, of(40)).variant).toBeUndefined();
  });

  test("a user and its account are told apart, whichever stands first", () => {
    const expected = { parent: "account_id", customer: "user_id", time: "ts" };
    expect(guessRoles(columns("account_id text, user_id text, ts timestamp"))).toEqual(expected);
    expect(guessRoles(columns("user_id text, ts timestamp, account_id text"))).toEqual(expected);
  });

  test("of a table with one row an account a column of numbers is no user", () => {
    const found = columns("account_id text, size text, churn_day integer");
    const of = (accounts: number, days: number) => [
      profile("account_id", "text", 1200, accounts),
      profile("size", "text", 1200, 3),
      profile("churn_day", "integer", 1200, days),
    ];
    expect(guessRoles(found, of(1200, 260))).toEqual({ customer: "account_id" });
    expect(guessRoles(columns("account text, retained_365 integer"))).toEqual({
      customer: "account",
      status: "retained_365",
    });
    // So many that they can be users of accounts.
    expect(guessRoles(found, of(200, 900))).toMatchObject({ parent: "account_id" });
  });

  test("a date that is text is nobody's time", () => {
    expect(guessRoles(columns("customer text, date text"))).toEqual({ customer: "customer" });
  });

  test("one column plays one role, and names nobody knows play none", () => {
    expect(guessRoles(columns("f0 number, f1 number, f2 text"))).toEqual({});
    expect(guessRoles(columns("date date"))).toEqual({ time: "date" });
  });

  test("names that JavaScript keeps for itself are names like others", () => {
    expect(guessRoles(columns("__proto__ text, constructor integer, customer text"))).toEqual({
      customer: "customer",
    });
  });
});

describe("roles from contents", () => {
  test("an id without a telling name is the column whose values come again", () => {
    const table = columns("a text, b text, when timestamp");
    const profiles = [
      profile("a", "text", 10_000, 10_000),
      profile("b", "text", 10_000, 700),
      profile("when", "timestamp", 10_000, 9_000),
    ];
    expect(guessRoles(table, profiles)).toEqual({ customer: "b", time: "when" });
  });

  test("a column of ten thousand different texts is no event column", () => {
    const table = columns("user text, activity text, ts timestamp");
    const profiles = [
      profile("user", "text", 10_000, 300),
      profile("activity", "text", 10_000, 9_900),
      profile("ts", "timestamp", 10_000, 9_000),
    ];
    expect(guessRoles(table, profiles)).toEqual({ customer: "user", time: "ts" });
  });

  test("an empty column plays no role, but contracts may all be open", () => {
    const table = columns("customer text, start date, end date, date date");
    const profiles = [
      profile("customer", "text", 10, 10),
      profile("start", "date", 10, 9),
      profile("end", "date", 10, 0, 0),
      profile("date", "date", 10, 0, 0),
    ];
    expect(guessRoles(table, profiles)).toEqual({ customer: "customer", start: "start", end: "end" });
  });

  test("an empty table keeps what the names say", () => {
    const profiles = [profile("customer", "text", 0, 0), profile("date", "date", 0, 0)];
    expect(guessRoles(columns("customer text, date date"), profiles)).toEqual({
      customer: "customer",
      time: "date",
    });
  });
});
