import type { AnyNode, Identifier, Program, TemplateLiteral } from "acorn";
import { folded, references } from "../sql-text";
import { CannotRename } from "./cannot-rename";
import type { Edit } from "./edits";
import { isReservedName } from "./known-names";
import { expressionIn, objectLiteral } from "./object-literal";
import { parseProgram } from "./parse";
import { namingIn, sqlOf, textOf } from "./relations";
import { relationEdits } from "./rename-relation";
import { stripTypes } from "./strip-types";
import { readNames } from "./uses";
import { walk } from "./walk";

/** A program with the way from its places to those in the text. */
interface Read {
  readonly program: Program;
  readonly originalOffset: (offset: number) => number;
}

/**
 * Another cell's value or relation has another name: as a value, in sql`…`, table("…") and `table: "…"` of analyse(…). What the
 * program declares itself stays.
 *
 * @throws Trouble where the text is no program; CannotRename
 */
export function codeEdits(text: string, isExpression: boolean, from: string, to: string): Edit[] {
  const { program, originalOffset } = readAs(text, isExpression);
  const { free } = readNames(program);
  const isFree = new Set<Identifier>(free.map(({ node }) => node));
  const short = shorthands(program);
  const place = (node: { start: number }, written: string): number => {
    const at = originalOffset(node.start);
    if (!text.startsWith(written, at)) throw new CannotRename(`not found again: ${written}`);
    return at;
  };
  const values = free
    .filter(({ node }) => folded(node.name) === folded(from))
    .map(({ node }): Edit => {
      if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(to) || isReservedName(to))
        throw new CannotRename(`no name of a value: ${to}`);
      const inserted = short.has(node.start) ? `${node.name}: ${to}` : to;
      return { at: place(node, node.name), removed: node.name.length, inserted };
    });
  const named: Edit[] = [];
  walk(program, (node) => {
    for (const naming of namingIn(node, (one) => isFree.has(one))) {
      if (naming.as === "sql") {
        named.push(...templateEdits(naming.name, place, from, to));
        continue;
      }
      const { name } = naming;
      if (name.type === "TemplateLiteral" && name.quasis.length === 1)
        named.push(...wholeEdits(name, `\`${name.quasis[0]!.value.raw}\``, name.quasis[0]!.value.cooked));
      else if (name.type === "Literal") named.push(...wholeEdits(name, name.raw ?? "", name.value));
    }
  });
  return [...values, ...named];

  function wholeEdits(node: AnyNode, written: string, value: unknown): Edit[] {
    if (typeof value !== "string" || folded(value) !== folded(from)) return [];
    const quote = written[0]!;
    const inside = JSON.stringify(to).slice(1, -1).replaceAll('\\"', '"').replaceAll(quote, `\\${quote}`);
    const escaped = quote === "`" ? inside.replaceAll("${", "\\${") : inside;
    return [{ at: place(node, written), removed: written.length, inserted: `${quote}${escaped}${quote}` }];
  }
}

/** Every use of a name that the program does not declare, and every relation it names, one by one in the order of the text. */
export function readsOfCode(text: string, isExpression: boolean): string[] {
  const { program } = readAs(text, isExpression);
  const free = readNames(program).free.map(({ node }) => node);
  const isFree = new Set<Identifier>(free);
  const named: string[] = [];
  walk(program, (node) => {
    for (const { as, name } of namingIn(node, (one) => isFree.has(one)))
      named.push(...(as === "sql" ? references(sqlOf(name)).relations.map((one) => one.name) : textOf(name)));
  });
  return [...free.map(({ name }) => name), ":", ...named];
}

/** Each part of the template stands in the joined SQL where its text does, so a place there is one in the part. */
function templateEdits(
  template: TemplateLiteral,
  place: (node: { start: number }, written: string) => number,
  from: string,
  to: string,
): Edit[] {
  const hole = "${0}";
  const joined = template.quasis.map(({ value }) => value.cooked ?? value.raw).join(hole);
  return relationEdits(joined, from, to).map((edit): Edit => {
    let start = 0;
    for (const { value, start: at } of template.quasis) {
      const text = value.cooked ?? value.raw;
      if (edit.at <= start + text.length) {
        // Behind a backslash places are other ones, and a backquote or a `${` would end the text.
        if (text !== value.raw || /[`\\]|\$\{/.test(edit.inserted))
          throw new CannotRename(`cannot be written in a template: ${to}`);
        // The place before it is a sign of the code: the backquote, or the hole's end.
        const begin = place({ start: at - 1 }, at === template.start + 1 ? "`" : "}") + 1;
        return { ...edit, at: begin + edit.at - start };
      }
      start += text.length + hole.length;
    }
    throw new CannotRename("a place outside of the template");
  });
}

function readAs(text: string, isExpression: boolean): Read {
  const bracketed = isExpression ? expressionIn(text) : objectLiteral(text);
  if (bracketed) return bracketed;
  const stripped = stripTypes(text);
  return { program: parseProgram(text, stripped), originalOffset: stripped.originalOffset };
}

/** Places of `a` in `{ a }`. */
function shorthands(program: Program): Set<number> {
  const found = new Set<number>();
  walk(program, (node) => {
    if (node.type === "Property" && node.shorthand) found.add(node.value.start);
  });
  return found;
}
