import { byLevel } from "../caveat-order";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import type { Language } from "../texts";
import { daysBetween } from "./check";
import { heldOf, missText, mostOff } from "./held";
import type { BuyTillYouDieRequest } from "./histories";
import type { BuyTillYouDieResult } from "./result";

/** Fewer who bought again say little of how customers differ. */
const fewest = 50;

export function buyTillYouDieCaveats(
  result: BuyTillYouDieResult,
  { data, params }: BuyTillYouDieRequest,
  language: Language,
): Caveat[] {
  const { buyTillYouDie, repeatPurchase } = language.texts;
  const told = buyTillYouDie.caveat;
  const caveats: Caveat[] = [];
  const add = (id: string, level: Caveat["level"], text: string) => caveats.push({ id, level, text });
  const { found, customers, once, early, firstDay, asOf, ahead } = result;

  if (data.roles.event !== undefined && data.rule.form === "any")
    add("every-event", "flips", repeatPurchase.caveat.everyEvent);
  if (found) {
    const isMost = once > customers / 2;
    if (found.model === "bg" && once > 0)
      add("certain-once", isMost ? "flips" : "limits", told.certainOnce(once, customers));
    else if (params.model === "fitting" && isMost)
      add("switched", "note", told.switched(once, customers, found.model));
    const wanted = result.fits[0]?.model;
    if (wanted && wanted !== found.model) add("other-model", "limits", told.other(wanted, found.model));
    checkCaveats(result, language, add);
    if (customers - once < fewest) add("few-repeaters", "limits", told.fewRepeaters(customers - once));
    const known = firstDay && asOf ? daysBetween(firstDay, asOf) / 7 : 0;
    if (ahead > known) add("far", "limits", told.far(ahead, known));
    paradoxCaveat(result, language, add);
    moneyCaveats(result, language, add);
    add("seasons", "note", told.seasons);
  }
  if (firstDay && early > 0.05 * customers)
    add("cut-left", "note", repeatPurchase.caveat.cutLeft(early, customers, firstDay));
  if (data.roles.amount === undefined) add("no-amount", "note", repeatPurchase.caveat.noAmount);
  const refunds = result.rows.excluded.find(({ why }) => why === "refund")?.rows ?? 0;
  if (refunds > 0) add("refunds", "note", repeatPurchase.caveat.refunds(refunds, false));
  return byLevel([...caveats, ...rowCaveats(result.rows, language.texts)]);
}

type Add = (id: string, level: Caveat["level"], text: string) => void;

function checkCaveats(result: BuyTillYouDieResult, language: Language, add: Add) {
  const told = language.texts.buyTillYouDie.caveat;
  const held = heldOf(result);
  if (!held) add("not-held", "limits", told.heldNone[result.check.ok ? "no-fit" : result.check.why]);
  else if (held.miss === null || Math.abs(held.miss) > mostOff)
    add("missed", "flips", told.missed(missText(held.miss, language)));
}

function paradoxCaveat({ paradox }: BuyTillYouDieResult, { texts, format }: Language, add: Add) {
  const rows = paradox?.rows ?? [];
  const more = rows.find((row, i) => (rows[i + 1]?.expected ?? Infinity) < row.expected);
  const less = rows[rows.length - 1];
  if (!more || !less || less.expected >= more.expected) return;
  const told = texts.buyTillYouDie.caveat.paradox({
    few: more.x,
    many: less.x,
    more: format.number(more.expected, 3),
    less: format.number(less.expected, 4),
  });
  add("paradox", "note", told);
}

function moneyCaveats({ money }: BuyTillYouDieResult, { texts, format }: Language, add: Add) {
  const told = texts.buyTillYouDie.caveat;
  if (!money) return;
  if (!money.ok) return add("no-value", "note", told.noMoney[money.why]);
  if (money.correlation !== null && Math.abs(money.correlation) >= 0.3)
    add("correlation", "limits", told.correlation(format.number(money.correlation, 2).replace("-", "−")));
  if (money.value === null) add("no-mean", "note", told.noMean);
  if (money.withoutAmount > 0) add("without-amount", "note", told.withoutAmount(money.withoutAmount));
}
