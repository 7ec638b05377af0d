/** A key, or a key inside the value of another. */
export interface JsonKey {
  readonly path: readonly string[];
  readonly inner: Map<string, JsonKey>;
  /** Of the column that its values have. */
  place: number | null;
}

export interface JsonColumns {
  readonly root: JsonKey;
  /** Those that are known, and behind them those that came up. */
  readonly headers: readonly string[];
  placeOf(key: JsonKey): number;
}

/**
 * Columns for keys, `plan` or `props.plan`. Where a key with a dot and a key inside another would be called alike, the one that
 * comes second is called `["props.plan"]` or `props["plan"]`, and is found by that name in the next file, whichever comes first there.
 */
export function jsonColumns(known: readonly string[]): JsonColumns {
  const places = new Map(known.map((header, i) => [header, i]));
  const taken = new Set<string>();
  let headers = known;

  function headerOf(path: readonly string[]): string {
    const plain = path.join(".");
    const own = path.length > 1 ? path[0]! + path.slice(1).map(inBrackets).join("") : inBrackets(plain);
    if (!taken.has(plain) && !(plain.includes(".") && places.has(own) && !taken.has(own))) return plain;
    let free = own;
    for (let n = 2; taken.has(free); n++) free = `${own}_${n}`;
    return free;
  }

  return {
    root: keyAt([]),
    get headers() {
      return headers;
    },
    placeOf(key) {
      if (key.place !== null) return key.place;
      const header = headerOf(key.path);
      taken.add(header);
      key.place = places.get(header) ?? headers.length;
      if (!places.has(header)) {
        places.set(header, key.place);
        headers = [...headers, header];
      }
      return key.place;
    },
  };
}

export function innerKey({ path, inner }: JsonKey, name: string): JsonKey {
  const before = inner.get(name);
  if (before) return before;
  const key = keyAt([...path, name]);
  inner.set(name, key);
  return key;
}

function keyAt(path: readonly string[]): JsonKey {
  return { path, inner: new Map(), place: null };
}

function inBrackets(name: string): string {
  return `[${JSON.stringify(name)}]`;
}
