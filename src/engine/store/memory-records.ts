import { recordSets, type Change, type Records, type RecordSet } from "./records";

/** Nothing lasts: for tests, and for a browser that keeps nothing. */
export function memoryRecords(): Records {
  const sets = new Map<RecordSet, Map<string, unknown>>(recordSets.map((set) => [set, new Map()]));
  return {
    read: (set, key) => Promise.resolve(sets.get(set)!.get(key)),
    all: (set) => Promise.resolve([...sets.get(set)!.values()]),
    change(changes) {
      for (const change of changes) apply(sets, change);
      return Promise.resolve();
    },
    close: () => {},
  };
}

function apply(sets: ReadonlyMap<RecordSet, Map<string, unknown>>, change: Change): void {
  if ("put" in change) sets.get(change.put)!.set(change.key, change.value);
  else if ("remove" in change) sets.get(change.remove)!.delete(change.key);
  else sets.get(change.clear)!.clear();
}
