import { withKeysInOrder } from "../canonical-json";
import type { Hashed, Ledger, NewEntry } from "./ledger-entry";
import { sha256 } from "./sha256";

/** The trail with one more entry. Nothing that stands in it changes. */
export function appended(ledger: Ledger, entry: NewEntry): Ledger {
  const hash = hashOf(headOf(ledger), entry);
  const next: Ledger = [...ledger, { ...entry, hash } as Hashed<NewEntry>];
  if (faults.has(ledger)) faults.set(next, faults.get(ledger)!);
  return next;
}

/** An empty trail that says that it was not always so. */
export function erased(ledger: Ledger, at: string): Ledger {
  return ledger.length
    ? appended([], { kind: "erased", at, count: ledger.length, head: headOf(ledger) })
    : ledger;
}

/** Says which trail this is: whoever noted it once can tell later that nothing before it was changed. "" while it is empty. */
export function headOf(ledger: Ledger): string {
  return ledger.at(-1)?.hash ?? "";
}

/**
 * Place of the first entry that is not what it was when it was written; null: the chain holds. It tells carelessness, not
 * forgery: whoever writes all hashes anew is found out only by a head that was noted elsewhere.
 */
export function ledgerFault(ledger: Ledger): number | null {
  if (!faults.has(ledger)) faults.set(ledger, faultIn(ledger));
  return faults.get(ledger)!;
}

const faults = new WeakMap<Ledger, number | null>();

function faultIn(ledger: Ledger): number | null {
  let before = "";
  for (const [i, { hash, ...entry }] of ledger.entries()) {
    if (hash !== hashOf(before, entry as NewEntry)) return i;
    before = hash;
  }
  return null;
}

/** What was erased cannot be called up any more; its last hash stands for it. */
function hashOf(before: string, entry: NewEntry): string {
  return sha256(before + JSON.stringify(withKeysInOrder(entry)));
}
