import { expect, test } from "vitest";
import { looksLikeRows } from "../../../../src/cells/view/shell/looks-like-rows";

test.each([
  ["tabs, as a spreadsheet copies", "user_id\ttime\n1\t2024-01-03\n"],
  ["an empty first heading", "\tJan\tFeb\nnew\t3\t4"],
  ["commas", "a,b\n1,2"],
  ["semicolons, with commas in the numbers", "a;b\n1,5;2\n3;4"],
  ["a quoted field with commas and a line end", 'name,note\n"Lee, Ann","first\nsecond"\nKim,short'],
  ["Windows line ends and an empty last line", "a,b\r\n1,2\r\n\r\n"],
])("rows: %s", (_, text) => expect(looksLikeRows(text)).toBe(true));

test.each([
  ["one line", "a,b,c"],
  ["no fields", "one\ntwo\nthree"],
  ["a query", "select a, b\nfrom t, u"],
  ["a query with tabs before its lines", "\tselect a\n\tfrom b"],
  ["a query with a note above", "-- who, and when\nselect a, b"],
  ["prose", "Dear all,\nthe export, the second one, is here.\nRegards"],
  ["nothing", "\n\n"],
])("not rows: %s", (_, text) => expect(looksLikeRows(text)).toBe(false));
