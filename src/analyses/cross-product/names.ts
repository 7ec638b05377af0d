import type { Who } from "../report";
import type { Language } from "../texts";
import type { CrossProductResult, Pair } from "./result";

/** Customers of the whole, of a product, of a pair. */
export const wholes = ["all", "two", "both-left"] as const;
export const ofProduct = ["had", "left"] as const;
export const ofPair = ["left", "left-gone", "kept", "kept-gone", "both-left"] as const;

export type Whole = (typeof wholes)[number];
export type OfProduct = (typeof ofProduct)[number];
export type OfPair = (typeof ofPair)[number];

export type Asked =
  | { readonly of: "whole"; readonly what: Whole }
  | { readonly of: "product"; readonly what: OfProduct; readonly place: number }
  | { readonly of: "pair"; readonly what: OfPair; readonly first: number; readonly second: number };

type Named = Pick<CrossProductResult, "products">;

export function whoOfAll(what: Whole, { texts }: Language): Who {
  return { key: what, label: texts.crossProduct.who.whole[what] };
}

export function whoOfProduct(result: Named, place: number, what: OfProduct, { texts }: Language): Who {
  return {
    key: `product ${place} ${what}`,
    label: texts.crossProduct.who.product[what](nameOf(result, place)),
  };
}

export function whoOfPair(
  result: Named,
  { first, second }: Pick<Pair, "first" | "second">,
  what: OfPair,
  { texts }: Language,
): Who {
  return {
    key: `pair ${first} ${second} ${what}`,
    label: texts.crossProduct.who.pair[what](nameOf(result, first), nameOf(result, second)),
  };
}

export function nameOf({ products }: Named, place: number): string {
  return products[place]?.product ?? "";
}

/** What a key asks for; null for one that no report of this result gave out. */
export function readKey(key: string, { products, pairs }: CrossProductResult): Asked | null {
  const whole = wholes.find((one) => one === key);
  if (whole) return { of: "whole", what: whole };
  const [, place, what] = /^product (\d{1,2}) ([a-z-]+)$/.exec(key) ?? [];
  const told = ofProduct.find((one) => one === what);
  if (told)
    return isPlace(place) && products[Number(place)]
      ? { of: "product", what: told, place: Number(place) }
      : null;
  const [, first, second, side] = /^pair (\d{1,2}) (\d{1,2}) ([a-z-]+)$/.exec(key) ?? [];
  const found = ofPair.find((one) => one === side);
  if (!found || !isPlace(first) || !isPlace(second)) return null;
  const pair = pairs.find((one) => one.first === Number(first) && one.second === Number(second));
  return pair ? { of: "pair", what: found, first: pair.first, second: pair.second } : null;
}

function isPlace(text: string | undefined): boolean {
  return text !== undefined && String(Number(text)) === text;
}
