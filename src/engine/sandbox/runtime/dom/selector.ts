import { DomElement } from "./element";
import { type DomNode, NodeList, spaces } from "./node";

/** CSS selectors as far as charts and small forms use them: compounds, `:not`, `:is`, positions, and the four combinators. */

type Test = (element: DomElement, scope: DomNode) => boolean;

export function isMatching(element: DomElement, selector: string): boolean {
  return testOf(selector)(element, element);
}

export function firstMatching(scope: DomNode, selector: string): DomElement | null {
  const test = testOf(selector);
  for (const element of within(scope)) if (test(element, scope)) return element;
  return null;
}

export function allMatching(scope: DomNode, selector: string): NodeList<DomElement> {
  const [test, found] = [testOf(selector), new NodeList<DomElement>()];
  for (const element of within(scope)) if (test(element, scope)) found.push(element);
  return found;
}

function* within(scope: DomNode): Generator<DomElement> {
  let at: DomNode | null = scope.firstChild;
  while (at) {
    if (at instanceof DomElement) yield at;
    if (at.firstChild) at = at.firstChild;
    else {
      while (at && at !== scope && !at.nextSibling) at = at.parentNode;
      at = at === scope || !at ? null : at.nextSibling;
    }
  }
}

const known = new Map<string, Test>();

function testOf(selector: string): Test {
  const text = String(selector).trim();
  let test = known.get(text);
  if (!test) {
    const alternatives = splitOutside(text, ",").map(complex);
    test = (element, scope) => alternatives.some((one) => one(element, scope));
    if (known.size > 500) known.clear();
    known.set(text, test);
  }
  return test;
}

/** Compounds with what stands between them, read from the right. */
function complex(text: string): Test {
  const parts = text
    .trim()
    .match(/\s*[>+~]\s*|\s+|(?:\[(?:"[^"]*"|'[^']*'|[^\]])*\]|\((?:[^()]|\([^()]*\))*\)|\\.|[^\s>+~[(\\])+/g);
  if (!parts) throw bad(text);
  let test: Test | undefined;
  let combinator = "";
  for (const part of parts) {
    if (/^\s*[>+~]?\s*$/.test(part)) combinator = part.trim() || " ";
    else {
      const [before, here] = [test, compound(part)];
      const joint = combinator;
      test = (element, scope) =>
        here(element, scope) &&
        (before
          ? related(element, joint, (other) => before(other, scope))
          : !joint || childOf(element, scope, joint));
      combinator = "";
    }
  }
  if (!test || combinator) throw bad(text);
  return test;
}

// "> circle" stands for ":scope > circle".
function childOf(element: DomElement, scope: DomNode, combinator: string): boolean {
  return combinator === ">" && element.parentNode === scope;
}

function related(element: DomElement, combinator: string, test: (other: DomElement) => boolean): boolean {
  if (combinator === ">") return element.parentNode instanceof DomElement && test(element.parentNode);
  if (combinator === "+") return !!element.previousElementSibling && test(element.previousElementSibling);
  if (combinator === "~") {
    for (let at = element.previousElementSibling; at; at = at.previousElementSibling)
      if (test(at)) return true;
    return false;
  }
  for (let at = element.parentNode; at; at = at.parentNode)
    if (at instanceof DomElement && test(at)) return true;
  return false;
}

const simple =
  /\*|(?:\\.|[\w\u00a0-\uffff-])+|#((?:\\.|[\w\u00a0-\uffff-])+)|\.((?:\\.|[\w\u00a0-\uffff-])+)|\[\s*([\w:|-]+)\s*(?:([~|^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\]\s]+))\s*(i)?\s*)?\]|:([\w-]+)(?:\(((?:[^()]|\([^()]*\))*)\))?/gy;

function compound(text: string): Test {
  const tests: Test[] = [];
  simple.lastIndex = 0;
  while (simple.lastIndex < text.length) {
    const match = simple.exec(text);
    if (!match) throw bad(text);
    tests.push(simpleTest(match, text));
  }
  return (element, scope) => tests.every((test) => test(element, scope));
}

function simpleTest(match: RegExpExecArray, text: string): Test {
  const [whole, id, className, attribute, operator, double, single, bare, ignoreCase, pseudo, inside] = match;
  if (id !== undefined) return (element) => element.getAttribute("id") === unescaped(id);
  if (className !== undefined) return (element) => element.classList.contains(unescaped(className));
  if (pseudo !== undefined) return pseudoTest(pseudo, inside ?? "", text);
  if (attribute !== undefined)
    return attributeTest(attribute, operator, double ?? single ?? bare ?? "", !!ignoreCase);
  if (whole === "*") return () => true;
  const tag = unescaped(whole);
  return ({ localName, namespaceURI }) =>
    localName === tag || (namespaceURI === spaces.html && localName === tag.toLowerCase());
}

function attributeTest(
  name: string,
  operator: string | undefined,
  wanted: string,
  ignoreCase: boolean,
): Test {
  const cased = (text: string) => (ignoreCase ? text.toLowerCase() : text);
  const value = cased(wanted);
  return (element) => {
    const written = element.getAttribute(name.replace(/^\*?\|/, ""));
    if (written === null) return false;
    const has = cased(written);
    if (operator === undefined) return true;
    if (operator === "=") return has === value;
    if (operator === "~=") return has.split(/\s+/).includes(value);
    if (operator === "|=") return has === value || has.startsWith(`${value}-`);
    if (!value) return false;
    return operator === "^="
      ? has.startsWith(value)
      : operator === "$="
        ? has.endsWith(value)
        : has.includes(value);
  };
}

function pseudoTest(name: string, inside: string, text: string): Test {
  switch (name) {
    case "not":
    case "is":
    case "where": {
      const test = testOf(inside);
      return (element, scope) => test(element, scope) !== (name === "not");
    }
    case "scope":
      return (element, scope) => element === scope;
    case "root":
      return (element) => !(element.parentNode instanceof DomElement);
    case "empty":
      return (element) => element.firstChild === null;
    case "checked":
      return (element) =>
        Boolean("checked" in element ? element.checked : "selected" in element && element.selected);
    case "disabled":
      return (element) => element.hasAttribute("disabled");
    case "first-child":
      return (element) => !element.previousElementSibling;
    case "last-child":
      return (element) => !element.nextElementSibling;
    case "only-child":
      return (element) => !element.previousElementSibling && !element.nextElementSibling;
    case "first-of-type":
      return (element) => placeOf(element, true) === 1;
    case "nth-child":
    case "nth-of-type": {
      const isPlace = nth(inside);
      return (element) => isPlace(placeOf(element, name === "nth-of-type"));
    }
    default:
      throw bad(text);
  }
}

function placeOf(element: DomElement, ofType: boolean): number {
  let place = 1;
  for (let at = element.previousElementSibling; at; at = at.previousElementSibling)
    if (!ofType || at.localName === element.localName) place++;
  return place;
}

/** `odd`, `3`, `2n+1`. */
function nth(text: string): (place: number) => boolean {
  const plain = text
    .trim()
    .replace(/^odd$/, "2n+1")
    .replace(/^even$/, "2n")
    .replaceAll(" ", "");
  const { step, offset, only } =
    /^(?:(?<step>[+-]?\d*)n(?<offset>[+-]\d+)?|(?<only>\d+))$/.exec(plain)?.groups ?? {};
  if (only !== undefined) return (place) => place === Number(only);
  if (step === undefined) throw bad(text);
  const a = /\d/.test(step) ? Number(step) : Number(`${step}1`);
  const b = Number(offset ?? 0);
  return (place) => (a === 0 ? place === b : (place - b) % a === 0 && (place - b) / a >= 0);
}

function splitOutside(text: string, separator: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const [token] of text.matchAll(/"[^"]*"|'[^']*'|\\.|[\s\S]/g)) {
    if (token === "(" || token === "[") depth++;
    if (token === ")" || token === "]") depth--;
    if (token === separator && depth === 0) parts.push("");
    else parts.push(parts.pop() + token);
  }
  return parts;
}

function unescaped(name: string): string {
  return name.replace(/\\(.)/g, "$1");
}

function bad(selector: string): Error {
  return new SyntaxError(`not a selector that is known here: ${selector}`);
}
