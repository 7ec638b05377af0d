import type { ReportTable } from "../report";
import { cellsIn, left, right } from "../report-cells";
import type { Language } from "../texts";
import { lastClass } from "./forecast";
import type { BuyTillYouDieResult } from "./result";
import { key } from "./who";
import { bands } from "./forecast";
import { moneyText } from "../money";

type Found = NonNullable<BuyTillYouDieResult["found"]>;

export function bandName(band: number, { texts, format }: Language): string {
  return texts.buyTillYouDie.table.bandName(format.percent(band / bands), format.percent((band + 1) / bands));
}

export function className(x: number, { texts, format }: Language): string {
  return x === lastClass ? texts.buyTillYouDie.table.orMore(x) : format.count(x);
}

export function bandsTable(found: Found, result: BuyTillYouDieResult, language: Language): ReportTable {
  const { table, who } = language.texts.buyTillYouDie;
  const cell = cellsIn(language);
  return {
    id: "bands",
    title: table.bands,
    columns: [
      left("band", table.band),
      right("customers", table.customers, "customers"),
      right("share", table.share, "share"),
      right("once", table.once, "customers"),
      right("again", table.again, "customers"),
      right("expected", table.expected(result.ahead), "number"),
    ],
    rows: found.bands.map(({ once, again, expected }, band) => {
      const name = bandName(band, language);
      return {
        band: { text: name, value: band },
        customers: cell.count(once + again, { key: key.band(band), label: who.band(name) }),
        share: cell.share({ rate: (once + again) / result.customers }),
        once: cell.count(once, { key: key.bandOnce(band), label: who.bandOnce(name) }),
        again: cell.count(again, { key: key.bandAgain(band), label: who.bandAgain(name) }),
        expected: cell.number(expected, 1),
      };
    }),
  };
}

/** What is to be expected of customers who have bought so and so often. */
export function classesTable(found: Found, result: BuyTillYouDieResult, language: Language): ReportTable {
  const { table, who } = language.texts.buyTillYouDie;
  const cell = cellsIn(language);
  const { money } = result;
  const values = money?.ok ? money.classes : null;
  const currency = money?.ok ? money.currency : null;
  return {
    id: "classes",
    title: table.classes,
    columns: [
      left("repeats", table.repeats),
      right("customers", table.customers, "customers"),
      right("alive", table.alive, "number"),
      right("each", table.each, "number"),
      right("expected", table.expected(result.ahead), "number"),
      ...(values ? [right("value", table.value, "money")] : []),
    ],
    rows: found.classes.flatMap(({ once, again, alive, expected }, x) => {
      const customers = once + again;
      if (customers === 0) return [];
      const name = className(x, language);
      return [
        {
          repeats: { text: name, value: x },
          customers: cell.count(customers, { key: key.bought(x), label: who.bought(name) }),
          alive: cell.share({ rate: alive / customers }),
          each: cell.number(expected / customers, 3),
          expected: cell.number(expected, 1),
          ...(values
            ? { value: { text: moneyText(values[x]!, currency, language), value: values[x]! } }
            : {}),
        },
      ];
    }),
  };
}

/** The same silence after more purchases. */
export function paradoxTable(result: BuyTillYouDieResult, language: Language): ReportTable[] {
  const { table } = language.texts.buyTillYouDie;
  const cell = cellsIn(language);
  const { paradox } = result;
  if (!paradox) return [];
  return [
    {
      id: "paradox",
      title: table.paradox,
      columns: [
        right("repeats", table.repeats, "events"),
        right("alive", table.alive, "number"),
        right("expected", table.each, "number"),
      ],
      rows: paradox.rows.map(({ x, alive, expected }) => ({
        repeats: cell.count(x),
        alive: cell.share({ rate: alive }),
        expected: cell.number(expected, 4),
      })),
    },
  ];
}
