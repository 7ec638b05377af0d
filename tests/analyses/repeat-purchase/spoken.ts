import { repeatPurchase } from "../../../src/analyses/repeat-purchase";
import type { RepeatPurchaseResult } from "../../../src/analyses/repeat-purchase/result";
import { shareOf } from "../../../src/analyses/share";
import {
  repeatRequest,
  resultOfBuyers,
  shopGrowing,
  shopNew,
  shopOld,
} from "../../charts/fixtures/repeat-purchase";
import type { Spoken } from "../texts/spoken";

function spoken(name: string, result: RepeatPurchaseResult, given: object = {}, roles: object = {}): Spoken {
  const request = repeatRequest({ ...given });
  const data = { ...request.data, roles: { ...request.data.roles, ...roles } };
  return {
    name: `repeat purchase: ${name}`,
    analysis: repeatPurchase,
    result,
    request: { ...request, data },
  };
}

const leak = shopGrowing.leak!;

export const spokenRepeatPurchase: readonly Spoken[] = [
  spoken("growing", shopGrowing),
  spoken("rate lower", {
    ...shopGrowing,
    leak: { ...leak, kind: "worse", difference: -0.031, interval: [-0.052, -0.01] },
  }),
  spoken("rate higher", {
    ...shopGrowing,
    leak: { ...leak, kind: "better", difference: 0.031, interval: [0.01, 0.052] },
  }),
  spoken("new shop", shopNew, { window: 30, threshold: 0.1 }),
  spoken("a year", shopOld, { window: 365 }),
  spoken("above", { ...shopGrowing, threshold: 0.1, judgement: "above" }, { threshold: 0.1 }),
  spoken("too near", { ...shopNew, needed: null }, { window: 30, threshold: 0.1 }),
  spoken(
    "every event",
    { ...shopGrowing, gap: { customers: 3, p50: 40, p80: 120.5 } },
    {},
    { event: "event" },
  ),
  spoken(
    "orders with refunds and products",
    {
      ...shopGrowing,
      purchase: "orders",
      rows: { ...shopGrowing.rows, excluded: [{ why: "refund", rows: 21 }] },
      products: {
        buyers: 900,
        products: 75,
        considered: 60,
        tested: 2,
        pairs: [
          {
            one: "tea",
            other: "cups",
            both: 60,
            oneBuyers: 200,
            otherBuyers: 150,
            ofOne: shareOf(60, 200),
            ofOther: shareOf(60, 150),
            lift: 1.8,
            interval: [1.45, 2.23],
            q: 0.00004,
          },
        ],
      },
    },
    { purchase: "orders", product: "what" },
    { order: "order", amount: "amount" },
  ),
  spoken("refunds by day", {
    ...shopGrowing,
    rows: { ...shopGrowing.rows, excluded: [{ why: "refund", rows: 1 }] },
  }),
  spoken("without amounts", shopGrowing, {}, { amount: undefined }),
  spoken("nobody long enough", resultOfBuyers([{ first: 3, days: null, recent: 1 }], 20)),
  spoken("nobody", { ...resultOfBuyers([], 20), asOf: null }),
  spoken(
    "everybody came back",
    resultOfBuyers(
      Array.from({ length: 40 }, (_, i) => ({ first: i % 5, days: 9, recent: 2 })),
      200,
    ),
  ),
  spoken(
    "nobody came back",
    resultOfBuyers(
      Array.from({ length: 40 }, (_, i) => ({ first: i % 5, days: null, recent: 1 })),
      200,
    ),
  ),
];
