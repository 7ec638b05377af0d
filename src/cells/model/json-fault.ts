/** Where a text stops being JSON (RFC 8259), in UTF-16 units; undefined when it is JSON. Only to say where, not to read. */
export function faultOf(text: string): number | undefined {
  const open: ("{" | "[")[] = [];
  let expected: Expected = "value";
  let at = 0;
  for (;;) {
    at = endOf(space, text, at);
    const sign = text[at];
    if (expected === "end") {
      if (open.length === 0) return sign === undefined ? undefined : at;
      const closing = open[open.length - 1] === "{" ? "}" : "]";
      if (sign === closing) open.pop();
      else if (sign === ",") expected = closing === "}" ? "key" : "value";
      else return at;
      at++;
    } else if (expected === "key" || expected === "first-key") {
      if (sign === "}" && expected === "first-key") {
        open.pop();
        expected = "end";
        at++;
        continue;
      }
      const end = endOf(string, text, at);
      if (end === at) return inside(text, at);
      at = endOf(space, text, end);
      if (text[at] !== ":") return at;
      at++;
      expected = "value";
    } else if (sign === "]" && expected === "first-value") {
      open.pop();
      expected = "end";
      at++;
    } else if (sign === "{" || sign === "[") {
      open.push(sign);
      expected = sign === "{" ? "first-key" : "first-value";
      at++;
    } else {
      const end = endOf(scalar, text, at);
      if (end === at) return inside(text, at);
      at = end;
      expected = "end";
    }
  }
}

type Expected = "value" | "first-value" | "key" | "first-key" | "end";

const space = /[ \t\n\r]*/y;
// eslint-disable-next-line no-control-regex -- JSON forbids exactly these in a string
const openString = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*/y;
const string = new RegExp(`${openString.source}"`, "y");
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/;
const scalar = new RegExp(`${string.source}|${number.source}|(?:true|false|null)(?!\\w)`, "y");

function endOf(shape: RegExp, text: string, at: number): number {
  shape.lastIndex = at;
  return shape.test(text) ? shape.lastIndex : at;
}

// In a broken string the fault is where it breaks, not where it begins.
function inside(text: string, at: number): number {
  return endOf(openString, text, at);
}
