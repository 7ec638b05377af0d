import * as v from "valibot";
import { isObject } from "../nbformat";
import { appended } from "./ledger";
import { directions, type Ledger, type LedgerEntry } from "./ledger-entry";

/** Version of the trail's own form in the file. */
export const ledgerVersion = 1;

/** Characters; longer is nothing that a person or a report wrote. */
export const longestWords = 500;
export const longestSaid = 2000;

const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const moment = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  v.check((text) => !Number.isNaN(Date.parse(text))),
);
const words = v.pipe(v.string(), v.nonEmpty(), v.maxLength(longestWords));
const said = v.pipe(v.string(), v.maxLength(longestSaid));
const number = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const question = { analysis: v.string(), table: v.string() };

const entry: v.GenericSchema<unknown, LedgerEntry> = v.variant("kind", [
  v.strictObject({
    kind: v.literal("claim"),
    hash: hex,
    at: moment,
    cell: v.string(),
    ...question,
    behaviour: words,
    direction: v.picklist(directions),
    metric: words,
    threshold: words,
    settings: hex,
  }),
  v.strictObject({
    kind: v.literal("trial"),
    hash: hex,
    at: moment,
    cell: v.string(),
    ...question,
    params: v.record(
      v.string(),
      v.union([v.null(), v.boolean(), number, v.string(), v.array(v.string()), v.array(number)]),
    ),
    settings: hex,
    data: hex,
    said: v.nullable(
      v.strictObject({
        level: v.picklist(["certain", "likely", "cannot-tell", "refused"]),
        sentence: said,
        number: said,
      }),
    ),
  }),
  v.strictObject({ kind: v.literal("erased"), hash: hex, at: moment, count, head: hex }),
  v.strictObject({ kind: v.literal("lost"), hash: hex, count }),
]);

export interface ReadLedger {
  readonly ledger: Ledger;
  /** Entries that could not be read. */
  readonly lost: number;
  /** Written by a later version, which may say what this one does not understand. */
  readonly isNewer: boolean;
}

/** From a file, where anything may stand. What cannot be read is counted in the trail itself, so that it does not vanish unsaid. */
export function readLedger(found: unknown): ReadLedger {
  if (found === undefined) return { ledger: [], lost: 0, isNewer: false };
  const { version, entries } = isObject(found) ? found : {};
  const isNewer = typeof version === "number" && version > ledgerVersion;
  if (isNewer || version !== ledgerVersion || !Array.isArray(entries))
    return { ledger: withLost([], 1), lost: 1, isNewer };
  const read = entries.map((one: unknown) => v.safeParse(entry, one));
  const good = read.filter((one) => one.success).map((one) => one.output);
  const lost = read.length - good.length;
  return { ledger: lost ? withLost(good, lost) : good, lost, isNewer };
}

export function writtenLedger(ledger: Ledger): { readonly ledger?: object } {
  return ledger.length ? { ledger: { version: ledgerVersion, entries: ledger } } : {};
}

function withLost(ledger: Ledger, count: number): Ledger {
  return appended(ledger, { kind: "lost", count });
}
