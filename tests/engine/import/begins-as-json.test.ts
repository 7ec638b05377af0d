import fc from "fast-check";
import { expect, test } from "vitest";
import { beginsAsJson } from "../../../src/engine/import/read/begins-as-json";

test.each([
  "[100, 200, 300]",
  "[\n  100,\n  200\n]\n",
  '[null,{"id":1}]',
  '[1,"a"]\n[2,"b"]\n',
  '[-1.5e3,true]\n{"a":1}',
  '[1,"cut o',
  "[1,tru",
])("%j is JSON", (text) => {
  expect(beginsAsJson(text)).toBe(true);
});

test.each([
  "[0,10);5\n[10,20);7\n",
  "[100, 200],x\n",
  "[2024]\nid,n\n1,2\n",
  "[1] first,second\n",
  "[draft],x\n",
  "[1.2.3],x\n",
  "[null],[true],3\n",
])("%j is CSV", (text) => {
  expect(beginsAsJson(text)).toBe(false);
});

test("an array of whatever values is JSON, wherever its beginning is cut", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), fc.nat(2), fc.nat(), (values, indent, where) => {
      const text = JSON.stringify(values, null, indent);
      const first = 2 + text.slice(1).search(/\S/);
      // As far as the first sign of a value there is no telling, and `-` and `t` are not enough.
      const cut = text.slice(0, Math.max(first + 4, where % (text.length + 1)));
      expect(beginsAsJson(cut)).toBe(true);
    }),
  );
});
