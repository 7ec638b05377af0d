import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  isKeyword,
  isReserved,
  namesRead,
  significantTokens,
  statementKind,
  statements,
  tokens,
} from "../../../src/engine/sql-text";
import { plainDuckDb, type PlainDuckDb } from "./plain-duckdb";
import { writtenStatements } from "./written-statements";

function written(text: string): string {
  return significantTokens(text)
    .map((token) => `${token.kind}:${token.text}`)
    .join("  ");
}

describe("tokens", () => {
  test.each([
    ["select a", "keyword:select  name:a"],
    ["Sélect _a$1", "name:Sélect  name:_a$1"],
    ["'it''s' e'it\\'s' x'0F' ''", "string:'it''s'  string:e'it\\'s'  string:x'0F'  string:''"],
    ["$$a'b$$ $q$ $$ $q$", "string:$$a'b$$  string:$q$ $$ $q$"],
    ['"a ""b""" ""', 'quoted-name:"a ""b"""  quoted-name:""'],
    [
      "1 1.5 .5 5. 1e5 1.e-5 1_000 0x1F",
      "number:1  number:1.5  number:.5  number:5.  number:1e5  number:1.e-5  number:1_000  number:0x1F",
    ],
    ["a--b\n-c", "name:a  operator:-  name:c"],
    ["/* a /* b */ c */ d", "name:d"],
    ["a->>'$.b'", "name:a  operator:->>  string:'$.b'"],
    ["a=-1", "name:a  operator:=  operator:-  number:1"],
    ["a::int[1:2]", "name:a  operator:::  name:int  bracket:[  number:1  operator::  number:2  bracket:]"],
    [
      "t.* ; f(x := ?, $1, $day)",
      "name:t  operator:.  operator:*  operator:;  name:f  bracket:(  name:x  operator::=  parameter:?  operator:,  parameter:$1  operator:,  parameter:$day  bracket:)",
    ],
    ["a = ${b} ${ {c} }", "name:a  operator:=  parameter:${b}  parameter:${ {c} }"],
    ["a${b}c$${d}", "name:a  parameter:${b}  name:c$  parameter:${d}"],
    ["'${a}' \"${b}\" $$${c}$$", "string:'${a}'  quoted-name:\"${b}\"  string:$$${c}$$"],
    ["${`}` + '}' /* } */}", "parameter:${`}` + '}' /* } */}"],
    ["1${a", "number:1  parameter:${a"],
    ["$ {a}", "other:$  bracket:{  name:a  bracket:}"],
    ["'open", "string:'open"],
    ['"open', 'quoted-name:"open'],
    ["$$open", "string:$$open"],
    ["a /* open", "name:a"],
    ["\\ a", "other:\\  name:a"],
  ])("%s", (text, expected) => {
    expect(written(text)).toBe(expected);
  });

  test("put together are the input, whatever the input", () => {
    fc.assert(
      fc.property(sqlLike, (text) => {
        const found = tokens(text);
        expect(found.map((token) => token.text).join("")).toBe(text);
        expect(
          found.every((token) => token.text.length > 0 && text.startsWith(token.text, token.start)),
        ).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test("and what is built on them never throw", () => {
    fc.assert(
      fc.property(sqlLike, (text) => {
        namesRead(text);
        statementKind(text);
        for (const { start, end, text: part } of statements(text)) expect(text.slice(start, end)).toBe(part);
      }),
      { numRuns: 3000 },
    );
  });

  test("take long texts", () => {
    const million = 1_000_000;
    expect(tokens(`'${"a''".repeat(million)}' "${"b".repeat(million)}"`)).toHaveLength(3);
    expect(tokens(`/*${"/*".repeat(million)}`)).toHaveLength(1);
  });
});

describe("tokens agree with DuckDB", () => {
  let duckdb: PlainDuckDb;
  beforeAll(async () => void (duckdb = await plainDuckDb()));
  afterAll(() => duckdb.close());

  // Its tokenizer runs before the step that turns other spaces into plain ones; running the statement shows those.
  const plain = writtenStatements.filter(([statement]) => !statement.includes("\u00a0"));
  test.each(plain)("%s", (statement) => {
    expect(significantTokens(statement).map((token) => token.start)).toEqual(duckdb.tokenStarts(statement));
  });

  test("about which words are keywords", () => {
    const known = duckdb.keywords();
    const reserved = known.filter(({ category }) => category === "reserved" || category === "type_function");
    expect(reserved.filter(({ word }) => !isReserved(word))).toEqual([]);
    expect(known.filter(({ word }) => isReserved(word))).toHaveLength(reserved.length);
    expect(known.filter(({ word }) => isKeyword(word)).length).toBeGreaterThan(reserved.length);
  });
});

const pieces = [
  "select",
  "from",
  "join",
  "with",
  "recursive",
  "as",
  "pivot",
  "on",
  "union",
  "t",
  '"q"',
  "e'",
  "$$",
  "$a$",
  "'",
  '"',
  "(",
  ")",
  "[",
  "]",
  "{",
  "}",
  ",",
  ";",
  ".",
  ":",
  "--",
  "/*",
  "*/",
  "\\",
  "1",
  "1.5e",
  "0x",
  "é",
  "😀",
  "\n",
  " ",
  "\u00a0",
  "\ud800",
  "-",
  "@",
  "?",
  "extract",
  "lateral",
  "explain",
  "using",
  "key",
  "materialized",
  "show",
  "${",
  "`",
];
const sqlLike = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join("")),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(" ")),
);
