import { compileCell } from "./compile-cell";

/**
 * The first cell that a page compiles costs ten times as much as a later one: the parsers' own code has not run yet. This
 * gives back a step to be taken whenever the page is idle: each compiles one short cell with what people write in cells,
 * a few ms of work, the first ones a little more. False when there is nothing left to warm.
 */
export function compilerWarmUp(): () => boolean {
  let taken = 0;
  return () => {
    compileCell(texts[taken % texts.length]!);
    return ++taken < texts.length * rounds;
  };
}

/** So often that the browser has translated what is used most. */
const rounds = 10;

const texts: readonly string[] = [
  "total + 1",
  "const a = 1, b = a * 2;\nb",
  "type Row = { id: number; name?: string | null };\nconst first: Row = { id: 1, name: 'a' };\nfirst.name ?? ''",
  "function mean(values: readonly number[], from = 0): number {\n  let sum = from;\n  for (const value of values) sum += value;\n  return values.length ? sum / values.length : NaN;\n}",
  "interface Point<T = number> { readonly x: T; y: T }\nconst points = rows.map(({ x, ...rest }) => ({ x: +x, ...rest }) as Point);\npoints.filter((p): p is Point => p.x !== null && p.y > 0)",
  "Plot.plot({\n  width,\n  marks: [Plot.dot(orders, { x: 'day', y: (d) => d.amount!, tip: true }), Plot.ruleY([0])],\n})",
  "const found = await sql`select ${a} as n from orders where x > ${b}`;\nconst [{ n }] = [...found];\nmd`There are **${n}** of them.`",
  "enum Side { left, right = 'r' }\nclass Sum<T> {\n  #n = 0;\n  constructor(private readonly by: T) {}\n  get n(): number { return this.#n; }\n  static of(...all: number[]) { return new Sum(all); }\n}",
  "const picked = view(Inputs) satisfies unknown;\nconst { low, high = 2, nested: { deep: [c] } } = limits as const;\nlabel: for (let i = 0; i < 3; i++) {\n  if (i % 2 === 0) continue label;\n  else switch (i) { case 1: break; default: display(/a+/gu.test(`${i}`) ? low : high); }\n}",
  "try {\n  await Promise.all(list.map(async (one) => one?.load?.(1)));\n} catch (error) {\n  throw new Error(`no: ${String(error)}`);\n}",
  "{ a: 1, b: [2, 3], c }",
];
