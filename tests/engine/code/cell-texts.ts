/** A cell's text, what it defines, what it reads of others. */
export const cellTexts: readonly (readonly [text: string, defines: string, reads: string])[] = [
  // Nothing, or nothing that is left without types.
  ["", "", ""],
  [" \n\t", "", ""],
  ["// only a comment", "", ""],
  ["/* a = b */", "", ""],
  ["type A = { b: C }", "", ""],
  ["interface A extends B { c: D }", "", ""],
  ["declare const a: B", "", ""],
  ['import type { A } from "a"', "", ""],
  ['import { type A } from "a"; b', "", "b"],

  // Declarations.
  ["const a = 1", "a", ""],
  ["let a", "a", ""],
  ["var a = b, c = d", "a c", "b d"],
  ["const a: B = c as D", "a", "c"],
  ["function f(x) { return x + y }", "f", "y"],
  ["async function* f() { yield* g() }", "f", "g"],
  ["function f(x: string): void\nfunction f(x: any) { return x }", "f", ""],
  ["class A extends B {}", "A", "B"],
  ["abstract class A<T> implements B<T> { abstract c(): T }", "A", ""],
  ["enum E { A, B = A + 1 }", "E", ""],
  ["const enum E { A = 'a' }", "E", ""],
  ["enum E { A = n }", "E", "n"],

  // Patterns.
  ["const { a, b: c, ...d } = e", "a c d", "e"],
  ["const { a = x, [k]: b = y } = e", "a b", "x k y e"],
  ["const [a, , [b = c], ...[d]] = e", "a b d", "c e"],
  ["const { a: { b: [c] } } = d", "c", "d"],
  ["const { a }: { a: B } = c", "a", "c"],
  ["for (const [k, v] of m) n(k, v)", "", "m n"],

  // var goes up, let and const stay, functions in blocks stay too.
  ["if (a) { var b = 1; let c = 2; function d() {} }", "b", "a"],
  ["for (var i = 0; i < n; i++) {}", "i", "n"],
  ["for (let i = 0; i < n; i++) {}", "", "n"],
  ["for (var k in o);", "k", "o"],
  ["for (const x of x2) {}\nx", "", "x2 x"],
  ["try { var a = 1 } catch (b) { var c = b }", "a c", ""],
  ["switch (x) { case 1: let x = 2; var y }", "y", "x"],
  ["l: for (;;) { var a = 1; break l }", "a", ""],
  ["{ let a = 1; a } a", "", "a"],
  ["f(); function f() { return g }", "f", "g"],
  ["const a = () => b; const b = 1", "a b", ""],
  ["function f() { var a = 1; { var b } return a + b + c }", "f", "c"],

  // Shadowing.
  ["(a) => a", "", ""],
  ["(a, b = a) => c", "", "c"],
  ["function f(a = x) { var x = 1; return a }", "f", "x"],
  ["({ a, b: [c] }, ...d) => a + b + c + d", "", "b"],
  ["x => { const x2 = x; return x2 + y }", "", "y"],
  ["(function f(n) { return n ? f(n - 1) : 0 })(m)", "", "m"],
  ["(class A { static b = A })", "", ""],
  ["try {} catch { e }", "", "e"],
  ["try {} catch ({ message }) { message }", "", ""],
  ["rows.map((row) => row.a)", "", "rows"],
  ["[1].map(function () { return arguments[0] })", "", ""],

  // Where a word is a name and where it is not.
  ["a.b.c", "", "a"],
  ["a[b]?.c?.[d]", "", "a b d"],
  ["a: for (;;) { continue a }", "", ""],
  ["({ a: 1, b, [c]: 2, d() { return e }, get f() { return g } })", "", "b c e g"],
  ["class A { b = c; static d = e; [f] = g; #h = i; j() { return this.#h + k } }", "A", "c e f g i k"],
  ["class A { static { var b = c; let d = b } }", "A", "c"],
  ["class A { constructor(private b: C, readonly d = e) {} }", "A", "e"],
  ["`${a} ${`${b}`} c`", "", "a b"],
  ["typeof a", "", "a"],
  ["new A(b)", "", "A b"],
  ["f<T>(x!) satisfies U", "", "f x"],
  ["<T>x", "", "x"],
  ["const a: typeof b = c", "a", "c"],
  ["const a: Map<K, V> = new Map<K, V>()", "a", ""],
  ["await a; for await (const b of c) d", "", "a c d"],
  ["\\u0061 + b", "", "a b"],
  ["größe + 売上", "", "größe 売上"],
  ["a ? (b) : c", "", "a b c"],

  // Names that are there without any cell.
  ["Math.max(...values)", "", "values"],
  ["new Intl.NumberFormat(); structuredClone(a); setTimeout(b)", "", "a b"],
  ["fetch(document.location)", "", ""],
  ["Plot.plot({ marks: [Plot.dot(orders)] })", "", "orders"],
  ["display(html`<b>${a}</b>`)", "", "a"],
  ["location + name + status", "", "location name status"],

  // Assignments within the cell.
  ["let a = 0; a += b", "a", "b"],
  ["let a, b; [a, b] = [b, a]", "a b", ""],
  ["let a; ({ a } = c)", "a", "c"],
  ["let a; for (a of b);", "a", "b"],
  ["o.a = b; o[c]++", "", "o b c"],

  // A cell that is one object.
  ["{ a: 1, b: c }", "", "c"],
  ["{ a }", "", "a"],
  ["// note\n{ a: b, ...c } // end", "", "b c"],
  ["{ a: b as C, f(x) { return x } }", "", "b"],
  ["{}", "", ""],
  ["{ a; b }", "", "a b"],
  ["{ const a = 1; f(a) }", "", "f"],

  // Views.
  ["const x = view(slider)", "x", "slider"],
];
