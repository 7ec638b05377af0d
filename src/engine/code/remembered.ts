/**
 * The same function, which keeps what it gave for the texts it was asked about last. The graph asks for every cell on every
 * key; only one of them has changed. Bounded by the length of the texts, because one of them may be a megabyte.
 */
export function remembered<Texts extends readonly string[], Compiled>(
  compile: (...texts: Texts) => Compiled,
  mostCharacters = 4_000_000,
): (...texts: Texts) => Compiled {
  // A Map keeps the order of insertion: the first key is the one not asked for the longest.
  const known = new Map<string, { readonly compiled: Compiled }>();
  let characters = 0;
  return (...texts) => {
    const key = texts.join("\0");
    const before = known.get(key);
    const entry = before ?? { compiled: compile(...texts) };
    if (before) known.delete(key);
    else characters += cost(key);
    known.set(key, entry);
    for (const oldest of known.keys()) {
      if (characters <= mostCharacters) break;
      known.delete(oldest);
      characters -= cost(oldest);
    }
    return entry.compiled;
  };
}

/** An entry weighs something even when its text is empty. */
function cost(key: string): number {
  return key.length + 200;
}
