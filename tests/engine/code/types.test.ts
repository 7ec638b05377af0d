import { expect, test } from "vitest";
import { compiled, run } from "./compiled";

/** What only TypeScript has: it goes without a trace, or becomes what TypeScript itself would make of it. */
test.each<[text: string, value: unknown]>([
  ["const a = <const>['x']; a[0]", "x"],
  ["(['x'] as const)[0]", "x"],
  ["const isText = (x: unknown): x is string => typeof x === 'string'; isText('a')", true],
  ["function must(x: unknown): asserts x is number { if (!x) throw x }\nmust(1); 2", 2],
  ["const f = async <T,>(x: T): Promise<T> => x; await f(3)", 3],
  ["const f = function <T extends { a: number }>(this: void, x?: T): number { return x?.a ?? 4 }; f()", 4],
  ["class A { f(a: string): void; f(a: any) { return a } } new A().f(5 as never)", 5],
  [
    "class A<T> { declare b: T; readonly c?: T; [k: string]: unknown; static #d = 6; static e() { return A.#d } } A.e()",
    6,
  ],
  [
    "class A { constructor(private readonly b = 7, public c?: number) {} get() { return this.b } }\nnew A().get()",
    7,
  ],
  ["class A { b!: number; c = 8 } Object.keys(new A()).join()", "b,c"],
  [
    "abstract class A { abstract f(): number; g() { return this.f() } } class B extends A { override f() { return 9 } } new B().g()",
    9,
  ],
  ["enum E { A = 1 << 2, B, 'c-d' = 10 } E['c-d'] + E.B", 15],
  ["enum E { A = 'x', B = `${A}y` } E.B", "xy"],
  ["const enum E { A = 11 } E[11]", "A"],
  ["let a: number | undefined; a! = 12; a", 12],
  ["const m = new Map<string, Array<number>>([['a', [13]]]); m.get('a')![0]!", 13],
  ["let t = 0; for (const x of [14] as number[]) t += x as any as number; t", 14],
  ["type A<T> = T extends (infer U)[]\n  ? U\n  : never\nlet a: A<number[]> = 15\na", 15],
  ["type K = `${string}-id`; const k: K = 'a-id' as K; k", "a-id"],
  ["let type = 16, as = 1, of = 2, declare = 3, abstract = 4; type", 16],
  ["interface A { (x: number): string; new (x: string): A; readonly [k: string]: any }\n17", 17],
  ["declare function g(x: number): void\ndeclare global { interface Window { a: 1 } }\n18", 18],
  ["const o = { f<T>(x: T) { return x }, get g(): number { return 1 } } satisfies object; o.f(19)", 19],
  ["const [a, b]: [number, string] = [20, 'x']; const { c = 1 }: { c?: number } = {}; a + c", 21],
  ["1 < 2 && 3 > (2) ? 21 : 0", 21],
  [
    "function f(x: string): string\nfunction f(x: number): number\nfunction f(x: any) { return x }\nf(22)",
    22,
  ],
  ["let a = (b: number, ...c: string[]): void => {}, d = 23 as unknown as number\nd", 23],
  ["try { throw 24 } catch (e: unknown) { var x = e }\nx", 24],
  ["const x: typeof Math.PI extends number ? 'a' : 'b' = 'a'; x", "a"],
  ["let v: import('x').Y = 25; v", 25],
])("%s", async (text, value) => {
  const { results } = await run(text);
  expect(results).toEqual([value]);
  expect(compiled(text).reads).toEqual([]);
});
