import { placeAt } from "../../engine";
import { faultOf } from "./json-fault";
import { ReadError } from "./read-error";

// Nobody nests a notebook deeper, and writing one back must not run out of stack.
const deepest = 500;

export function parseJson(text: string): unknown {
  const json = text.replace(/^\ufeff/, "");
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw notJson(json, cause);
  }
  if (depthOf(value) > deepest) {
    const values = { looksLike: "too-deep" };
    throw new ReadError("not-a-notebook", `not a notebook: nested deeper than ${deepest}`, { values });
  }
  return value;
}

function notJson(text: string, cause: unknown): ReadError {
  if (text.trim() === "") {
    return new ReadError("not-json", "not JSON: the file is empty", { cause, values: { hint: "empty" } });
  }
  const marker = /^<{7}(?: .*)?$/m.exec(text);
  // A browser's own message may lack the place or say it in its own words, so we look ourselves.
  const place = placeAt(text, marker?.index ?? faultOf(text) ?? text.length);
  const where = `line ${place.line}, column ${place.column}`;
  if (marker) {
    const message = `not JSON: merge conflict at ${where}`;
    return new ReadError("not-json", message, { cause, place, values: { hint: "merge-conflict" } });
  }
  return new ReadError("not-json", `not JSON: ${where}`, { cause, place });
}

function depthOf(value: unknown): number {
  let level = [value];
  let depth = 0;
  while (level.length && depth <= deepest) {
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
    depth++;
  }
  return depth;
}
