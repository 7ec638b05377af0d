/** Offered as they are; lower case, as everywhere in Ebb's SQL. */
export const keywords: readonly string[] = `
select from where group order by having limit offset with as distinct on using join left right full inner outer cross
asof anti semi lateral natural positional union all except intersect case when then else end and or not in is null like
ilike similar between exists any some cast try_cast asc desc nulls first last over partition rows range groups unbounded
preceding following current row filter qualify window exclude replace columns pivot unpivot values recursive materialized
interval date timestamp true false sample tablesample describe summarize rollup cube sets collate at zone returning
create table view insert into update delete set drop if macro`
  .split(/\s+/)
  .filter(Boolean);

/** Words that cannot name a table or column unless quoted: `duckdb_keywords()` of 1.4, reserved and type_function. */
const taken = new Set(
  `all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create default
deferrable desc describe distinct do else end except false fetch for foreign from group having in initially intersect
into lambda lateral leading limit not null offset on only or order pivot pivot_longer pivot_wider placing primary qualify
references returning select show some summarize symmetric table then to trailing true union unique unpivot using variadic
when where window with anti asof at authorization binary by collation columns concurrently cross freeze full generated
glob ilike inner is isnull join left like map natural notnull outer overlaps positional right semi similar struct
tablesample try_cast unpack verbose`.split(/\s+/),
);

/** The name as SQL needs it. DuckDB takes letters of every script unquoted. */
export function quoted(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !taken.has(name.toLowerCase());
  return isPlain ? name : `"${name.replaceAll('"', '""')}"`;
}
