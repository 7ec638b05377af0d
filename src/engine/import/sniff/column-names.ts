export interface Renamed {
  readonly from: string;
  readonly to: string;
}

/** Names as in the file, made distinct: DuckDB does not tell `Amount` from `amount`, and a name cannot be empty. */
export function columnNames(headers: readonly string[]): {
  names: readonly string[];
  renamed: readonly Renamed[];
} {
  const wanted = headers.map((header) => header.replace(/[\p{Cc}\s]+/gu, " ").trim());
  const taken = new Set<string>();
  const all = new Set(wanted.map((name) => name.toLowerCase()));
  const names = wanted.map((name, i) => {
    const base = name || `column_${i + 1}`;
    let free = base;
    // A number that another header has anyway would only push the trouble on.
    for (let n = 2; taken.has(free.toLowerCase()) || (free !== name && all.has(free.toLowerCase())); n++) {
      free = `${base}_${n}`;
    }
    taken.add(free.toLowerCase());
    return free;
  });
  const renamed = headers.map((from, i) => ({ from, to: names[i]! })).filter(({ from, to }) => from !== to);
  return { names, renamed };
}
