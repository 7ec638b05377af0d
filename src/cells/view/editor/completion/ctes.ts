import type { CompletionTable } from "../code";
import type { Placed } from "./scope";
import { isName, isSign, isWord } from "./words";

/** `with a as (select x, y as z from …)`: names, and the columns as far as the text shows them. */
export function ctesOf(statement: readonly Placed[]): CompletionTable[] {
  return statement.flatMap((word, i) => {
    const previous = statement[i - 1];
    const opens = isWord(previous, "with") || isWord(previous, "recursive") || isSign(previous, ",");
    if (!opens || !isName(word)) return [];
    const list = isSign(statement[i + 1], "(") ? closing(statement, i + 1) : i;
    let as = list + 1;
    if (!isWord(statement[as], "as")) return [];
    while (isWord(statement[as + 1], "not") || isWord(statement[as + 1], "materialized")) as += 1;
    if (!isSign(statement[as + 1], "(")) return [];
    const named = list > i ? statement.slice(i + 2, list).filter(isName) : [];
    const inside = statement.slice(as + 2, closing(statement, as + 1));
    const columns = named.length ? named.map(({ text }) => text) : outputNames(inside);
    return [{ name: word.text, columns: columns.map((column) => ({ name: column, type: "" })) }];
  });
}

/** Where the parenthesis that opens at `i` is closed; the end where it is not. */
export function closing(statement: readonly Placed[], i: number): number {
  const { depth } = statement[i]!;
  const close = statement.findIndex((word, k) => k > i && word.depth === depth && isSign(word, ")"));
  return close < 0 ? statement.length : close;
}

/** The last name of each item of the select list: `a`, `t.a`, `sum(a) as b`. */
function outputNames(inside: readonly Placed[]): string[] {
  const select = inside.findIndex((word) => isWord(word, "select"));
  if (select < 0) return [];
  const { block } = inside[select]!;
  const own = inside.slice(select + 1).filter((word) => word.block === block);
  const end = own.findIndex((word) => isWord(word, "from"));
  const list = end < 0 ? own : own.slice(0, end);
  return list.flatMap((word, i) => {
    const next = list[i + 1];
    const isLast = next === undefined || isSign(next, ",");
    return isLast && isName(word) ? [word.text] : [];
  });
}
