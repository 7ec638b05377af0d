import type { DataSet } from "../../../src/analyses";
import type { Database } from "../../../src/engine";
import { dataSet, tableFrom } from "../table-from";

/** Uses of products: "customer,day,product" a line. */
export async function usesOf(database: Database, table: string, lines: readonly string[]): Promise<DataSet> {
  const columns = await tableFrom(database, table, ["customer,day,product", ...lines].join("\n"), {
    customer: "varchar",
    day: "date",
    product: "varchar",
  });
  return dataSet(table, columns, { customer: "customer", time: "day" });
}

/** "customer,product,start,end" a line. */
export async function contractsOf(
  database: Database,
  table: string,
  lines: readonly string[],
): Promise<DataSet> {
  const columns = await tableFrom(database, table, ["customer,product,start,end", ...lines].join("\n"), {
    customer: "varchar",
    product: "varchar",
    start: "date",
    end: "date",
  });
  return dataSet(table, columns, { customer: "customer", start: "start", end: "end" });
}

export interface Use {
  readonly customer: string;
  /** Days since 1 January 2024. */
  readonly at: number;
  readonly product: string;
}

/**
 * Customers who use up to four products every ten days or so until they stop. Whoever stops using the mail is much more likely to
 * stop using the chat some weeks later; all other ends fall by themselves. By rule, so that it is the same on every machine.
 */
export function madeUses(customers: number): Use[] {
  let seed = 20240701;
  const chance = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  return Array.from({ length: customers }, (_, i) => {
    const leavesMail = chance() < 0.3 ? 100 + Math.floor(chance() * 80) : 400;
    const follows = leavesMail < 400 && chance() < 0.6;
    const ends: Readonly<Record<string, number>> = {
      mail: leavesMail,
      chat: follows
        ? leavesMail + 40 + Math.floor(chance() * 60)
        : chance() < 0.15
          ? 120 + Math.floor(chance() * 150)
          : 400,
      drive: chance() < 0.2 ? 90 + Math.floor(chance() * 180) : 400,
      ...(i % 3 === 0 && { wiki: chance() < 0.1 ? 150 : 400 }),
    };
    return Object.entries(ends).flatMap(([product, end]) => {
      const uses: Use[] = [];
      for (let at = Math.floor(chance() * 10); at < Math.min(end, 280); at += 5 + Math.floor(chance() * 10))
        uses.push({ customer: `c${i}`, at, product });
      return uses;
    });
  }).flat();
}

export function lineOf({ customer, at, product }: Use): string {
  return `${customer},${dayOf(at)},${product}`;
}

export function dayOf(at: number): string {
  return new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10);
}

export interface Counted {
  left: [x: number, n: number];
  kept: [x: number, n: number];
  bothLeft: number;
}

/** The same counts one customer after the other: "first second" -> counts. */
export function countedByHand(
  uses: readonly Use[],
  { moment, gap, before, within }: Readonly<Record<"moment" | "gap" | "before" | "within", number>>,
): Map<string, Counted> {
  const products = [...new Set(uses.map(({ product }) => product))];
  const days = new Map<string, number[]>();
  for (const { customer, product, at } of uses)
    days.set(`${customer} ${product}`, [...(days.get(`${customer} ${product}`) ?? []), at]);
  const has = (customer: string, product: string, at: number) =>
    (days.get(`${customer} ${product}`) ?? []).some((day) => day >= at - gap && day < at);
  const counts = new Map<string, Counted>();
  for (const customer of new Set(uses.map((one) => one.customer)))
    for (const first of products)
      for (const second of products) {
        const had = (product: string) => has(customer, product, moment - before);
        if (first === second || !had(first) || !had(second)) continue;
        const found = counts.get(`${first} ${second}`) ?? { left: [0, 0], kept: [0, 0], bothLeft: 0 };
        counts.set(`${first} ${second}`, found);
        if (!has(customer, second, moment)) {
          if (!has(customer, first, moment)) found.bothLeft++;
          continue;
        }
        const side = has(customer, first, moment) ? found.kept : found.left;
        side[1]++;
        if (!has(customer, second, moment + within)) side[0]++;
      }
  return counts;
}
