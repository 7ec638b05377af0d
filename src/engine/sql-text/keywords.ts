/** Words that can be no table's name without quotes: `reserved` and `type_function` in DuckDB's duckdb_keywords(). */
const reserved = words(
  `all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create
   default deferrable desc describe distinct do else end except false fetch for foreign from group having in
   initially intersect into lambda lateral leading limit not null offset on only or order pivot pivot_longer
   pivot_wider placing primary qualify references returning select show some summarize symmetric table then to
   trailing true union unique unpivot using variadic when where window with
   anti asof at authorization binary by collation columns concurrently cross freeze full generated glob ilike
   inner is isnull join left like map natural notnull outer overlaps positional right semi similar struct
   tablesample try_cast unpack verbose`,
);

/**
 * Of the others only those that begin a statement or a clause, for colouring.
 * Words like `date`, `name` or `value` are left out: they are columns far more often.
 */
const shaping = words(
  `alter attach begin between call checkpoint commit copy deallocate delete detach drop escape exclude execute
   exists explain export extract filter following groups if ignore import insert install interval load macro
   materialized merge nullif nulls over partition preceding pragma prepare range recursive rename replace reset
   respect rollback rows sample schema set temp temporary ties truncate unbounded update use vacuum values view
   within`,
);

export function isKeyword(word: string): boolean {
  return isReserved(word) || shaping.has(word.toLowerCase());
}

export function isReserved(word: string): boolean {
  return reserved.has(word.toLowerCase());
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
