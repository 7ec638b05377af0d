import type { MatchSaid, TableSaid } from "../../id-match/match-report";
import { formatsOf } from "../formats";

const { count, list, plural } = formatsOf("en");

const quoted = (id: string) => `“${id}”`;
const ids = (n: number) => plural(n, { one: "id", other: "ids" });

/** "orders: “7”, “8” and “9”". */
function examples({ table, examples: shown }: TableSaid): string {
  return `${quoted(table)} has ${list(shown.map(quoted))}`;
}

function alone({ own, beside }: MatchSaid): string {
  const shown = [own, beside].filter((one) => one.examples.length > 0).map(examples);
  return shown.length ? ` Without a counterpart: ${shown.join("; ")}.` : "";
}

export const idMatch = {
  quoted,
  none: (said: MatchSaid) =>
    said.beside.customers === 0
      ? `This cannot be told: ${quoted(said.beside.table)} names no customer, so none of the ${count(said.own.customers)} ${ids(said.own.customers)} in ${quoted(said.own.table)} can be found there.`
      : `This cannot be told: the tables do not match. Of ${count(said.own.customers)} customer ${ids(said.own.customers)} in ${quoted(said.own.table)}, none stands in ${quoted(said.beside.table)}, and of the ${count(said.beside.customers)} there, none in the first.${alone(said)}`,
  next: "Choose the column by which both tables name a customer in the same way, or another table.",
  few: (said: MatchSaid) =>
    `Few customers match: ${count(said.matched)} of the ${count(said.own.customers)} ${ids(said.own.customers)} in ${quoted(said.own.table)} and of the ${count(said.beside.customers)} in ${quoted(said.beside.table)} ${plural(said.matched, { one: "stands", other: "stand" })} in both.${alone(said)} If these are the same customers written differently, the result is wrong: choose the column by which both tables name them alike, or another table.`,
  table: {
    title: "Customers in both tables",
    table: "Table",
    column: "Column",
    customers: "Different ids",
    matched: "Of them in the other table",
    examples: "Not in the other table, for example",
  },
};
