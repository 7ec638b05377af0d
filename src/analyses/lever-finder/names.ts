import { behaviourName, leverLabel } from "../levers/names";
import type { Who } from "../report";
import type { Language } from "../texts";
import { isSearched } from "./judge";
import type { Part } from "./query";
import type { FinderResult, FoundLever, FoundLine, LeverKind } from "./result";

/** A behaviour with a line: what most of the report is about. */
export type Lined = FoundLever & { readonly best: FoundLine };

/** With its line, or the behaviour alone where a person needs no number to know it. */
export function nameOf(
  lever: Pick<FoundLever, "behaviour" | "best" | "isSwitch">,
  language: Language,
): string {
  return leverLabel({ behaviour: lever.behaviour, cut: lever.best?.cut ?? null }, language);
}

export function bareName({ behaviour }: Pick<FoundLever, "behaviour">, language: Language): string {
  return behaviourName(behaviour, language);
}

export function kindText(lever: FoundLever, { texts }: Language): string {
  const { kind, goes } = texts.leverFinder;
  return lever.kind === "holds" && !isSearched(lever) ? goes : kind[lever.kind];
}

/** What can be relied on first; among the like the stronger one. */
const order: readonly LeverKind[] = ["holds", "moves", "reversed", "leak", "few", "chance", "none"];

/** Places of the behaviours as the report shows them. */
export function ranked({ levers }: Pick<FinderResult, "levers">): number[] {
  return levers
    .map((lever, i) => ({ i, lever }))
    .sort(
      (a, b) =>
        order.indexOf(a.lever.kind) - order.indexOf(b.lever.kind) ||
        (a.lever.best?.pOfAll ?? 2) - (b.lever.best?.pOfAll ?? 2) ||
        strength(b.lever) - strength(a.lever) ||
        a.i - b.i,
    )
    .map(({ i }) => i);
}

function strength({ best }: FoundLever): number {
  return Math.abs(best?.phi.value ?? 0);
}

function isLined(lever: FoundLever): lever is Lined {
  return lever.best !== null;
}

/** Those with a line in the order shown, with their places in the result. */
export function linedOf(result: FinderResult): { readonly place: number; readonly lever: Lined }[] {
  return ranked(result).flatMap((place) => {
    const lever = result.levers[place]!;
    return isLined(lever) ? [{ place, lever }] : [];
  });
}

type What = "all" | "lost" | "stayed";

/** Everybody compared. */
export function everybody(what: What, { texts }: Language): Who {
  return { key: what, label: texts.leverFinder.who.everybody[what] };
}

export function whoOnSide(
  place: number,
  side: "above" | "below" | "unknown",
  what: What,
  { levers }: FinderResult,
  language: Language,
): Who {
  const { who } = language.texts.leverFinder;
  const lever = levers[place]!;
  const those =
    side === "unknown" ? who.unknown(bareName(lever, language)) : who[side](nameOf(lever, language));
  return { key: `${place} ${side} ${what}`, label: what === "all" ? those : who[what](those) };
}

export function whoInTenth(
  place: number,
  tenth: number,
  what: What,
  { levers }: FinderResult,
  language: Language,
): Who {
  const { who } = language.texts.leverFinder;
  const those = who.tenth(bareName(levers[place]!, language), tenth);
  return { key: `${place} tenth ${tenth} ${what}`, label: what === "all" ? those : who[what](those) };
}

/** What a key asks for; null for one that no report of this result gave out. */
export function readKey(
  key: string,
  { levers }: FinderResult,
): { readonly part: Part; readonly what: What } | null {
  const found = /^(?:(0|[1-9]\d?) (?:(above|below|unknown)|tenth ([1-9]|10)) )?(all|lost|stayed)$/.exec(key);
  if (!found) return null;
  const [, at, side, tenth, what] = found as unknown as [string, string?, Side?, string?, What?];
  if (at === undefined) return { part: { form: "everybody" }, what: what! };
  const one = levers[Number(at)];
  if (!one) return null;
  const lever = { behaviour: one.behaviour, cut: one.given };
  if (tenth !== undefined)
    return one.tenths.some((each) => each.tenth === Number(tenth))
      ? { part: { form: "tenth", lever, tenth: Number(tenth) }, what: what! }
      : null;
  if (side !== "unknown" && !one.best) return null;
  return { part: { form: "side", line: { lever, cut: one.best?.cut ?? null }, side: side! }, what: what! };
}

type Side = "above" | "below" | "unknown";
