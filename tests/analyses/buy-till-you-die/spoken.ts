import { buyTillYouDie } from "../../../src/analyses/buy-till-you-die";
import type { BuyTillYouDieResult } from "../../../src/analyses/buy-till-you-die/result";
import {
  buyTillYouDieRequest,
  nothingBought,
  shopOf,
  shopOfPassers,
  shopOfRegulars,
} from "../../charts/fixtures/buy-till-you-die";
import type { Spoken } from "../texts/spoken-one";

function spoken(
  name: string,
  result: BuyTillYouDieResult,
  given: Readonly<Record<string, unknown>> = {},
): Spoken {
  return {
    name: `buy till you die: ${name}`,
    analysis: buyTillYouDie,
    result,
    request: buyTillYouDieRequest({ ahead: result.ahead, ...given }),
  };
}

const failed = (why: "nobody-repeats" | "not-converged" | "boundary" | "bad-row" | "no-base") =>
  spoken(why, {
    ...nothingBought,
    asOf: "2024-07-01",
    firstDay: "2024-01-01",
    customers: 20,
    once: 20,
    fits: [{ ok: false, model: "mbg", why }],
  });

const money: BuyTillYouDieResult["money"] = {
  ok: true,
  currency: "EUR",
  customers: 300,
  withoutAmount: 1,
  correlation: -0.42,
  parameters: { p: 6.2, q: 3.7, gamma: 15.4 },
  standardErrors: { p: 1.1, q: 0.3, gamma: 4 },
  logLikelihood: -4055.9,
  observed: 35.1,
  mean: 35.2,
  value: 21_345.5,
  classes: [1000, 2000, 3000, 4000, 3000, 2000, 3000, 3345.5],
};

const unlike = shopOfPassers.check.ok ? shopOfPassers.check : null;
const missed: BuyTillYouDieResult = {
  ...shopOfPassers,
  check: {
    ...unlike!,
    models: unlike!.models.map((one) => ({ ...one, actual: Math.round(one.expected * 2) })),
  },
};

export const spokenBuyTillYouDie: readonly Spoken[] = [
  spoken("passers-by", { ...shopOfPassers, money }),
  spoken("passers-by by BG/NBD", shopOf(240, 0.8, ["bg"]), { model: "bg" }),
  spoken("regulars by Pareto/NBD", shopOf(160, 0.12, ["pareto"]), { model: "pareto" }),
  spoken("regulars", { ...shopOfRegulars, money: { ...money, value: null, classes: null, mean: null } }),
  spoken("few", shopOf(60, 0.4, ["mbg"]), { ahead: 26 }),
  spoken("off", missed),
  spoken("nothing made", {
    ...missed,
    check: { ...unlike!, models: unlike!.models.map((one) => ({ ...one, actual: 0 })) },
  }),
  ...(["no-time", "outside", "no-fit"] as const).map((why) =>
    spoken(`no check: ${why}`, { ...shopOfRegulars, check: { ok: false, why } }),
  ),
  ...(
    ["currencies", "no-base", "bad-row", "all-equal", "not-converged", "boundary", "no-model"] as const
  ).map((why) => spoken(`no value: ${why}`, { ...shopOfRegulars, money: { ok: false, why } })),
  spoken("far", { ...shopOfRegulars, ahead: 200 }),
  failed("nobody-repeats"),
  failed("not-converged"),
  failed("boundary"),
  failed("bad-row"),
  failed("no-base"),
  spoken("nothing", nothingBought),
];
