export interface Typed {
  readonly text: string;
  /** ms, of the last letter. */
  readonly at: number;
}

const pauseMs = 700;

/** Where a key leads in a list: arrows, both ends, or the next entry that begins with what was typed; null for other keys. */
export function nextIn(
  entries: readonly string[],
  at: number,
  key: string,
  typed: Typed,
  now: number,
): { readonly at: number; readonly typed: Typed } | null {
  const last = entries.length - 1;
  const nothing = { text: "", at: 0 };
  if (last < 0) return null;
  if (key === "ArrowDown") return { at: Math.min(at + 1, last), typed: nothing };
  if (key === "ArrowUp") return { at: Math.max(at - 1, 0), typed: nothing };
  if (key === "Home") return { at: 0, typed: nothing };
  if (key === "End") return { at: last, typed: nothing };
  if ([...key].length !== 1 || key === " ") return null;
  const isGoingOn = typed.text !== "" && now - typed.at < pauseMs;
  const text = (isGoingOn ? typed.text : "") + key.toLowerCase();
  // The same letter again goes on to the next entry; more letters narrow down where one is.
  const isRepeated = [...text].every((one) => one === key.toLowerCase());
  const wanted = isRepeated ? key.toLowerCase() : text;
  const from = isRepeated ? at + 1 : at;
  const places = entries.map((_, i) => (from + i) % entries.length);
  const found = places.find((i) => entries[i]!.toLowerCase().startsWith(wanted));
  return { at: found ?? at, typed: { text, at: now } };
}
