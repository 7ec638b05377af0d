/** Whether the beginning of a text is that of JSON: an object, or an array and not a line of CSV in square brackets. */
export function beginsAsJson(text: string): boolean {
  return /^(\{\s*("|\})|\[\s*[[{"\]])/.test(text) || beginsAsValues(text);
}

const token = /\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{},:])/y;
const cutOff = /^\s*("(?:[^"\\]|\\.)*\\?|[-+.\w]*)$/;

/**
 * An array that begins with a single value: `[0,10);5` and `[2024],x` do too, so all of it has to be JSON as far as the text
 * goes, and nothing but another array or object may follow.
 */
function beginsAsValues(text: string): boolean {
  if (!/^\[\s*(-?\d|true\b|false\b|null\b)/.test(text)) return false;
  let [at, depth] = [0, 0];
  do {
    token.lastIndex = at;
    const found = token.exec(text)?.[1];
    if (!found) return cutOff.test(text.slice(at));
    at = token.lastIndex;
    if (found === "[" || found === "{") depth++;
    else if (found === "]" || found === "}") depth--;
  } while (depth > 0);
  return /^\s*($|[[{])/.test(text.slice(at));
}
