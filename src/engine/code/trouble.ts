import { placeAt } from "../sql-text";
import type { CodeFault } from "./compiled-cell";

/** Why a text is no code, at an offset; travels as an exception inside this folder, and leaves it as a `CodeFault`. */
export class Trouble extends Error {
  constructor(
    readonly code: CodeFault["code"],
    message: string,
    /** UTF-16 units, in the text as it was written. */
    readonly offset: number,
    readonly values: CodeFault["values"] = {},
  ) {
    super(message);
  }
}

export function isFault<Other extends object>(compiled: Other | CodeFault): compiled is CodeFault {
  return "code" in compiled && "place" in compiled;
}

/**
 * What `compile` gives, or the fault that stopped it. A text can nest deeper than the stack of the parsers: a fault as well.
 *
 * @param written the whole text in which the place is counted
 * @param shift where the compiled text begins in it
 */
export function orFault<Compiled>(compile: () => Compiled, written: string, shift = 0): Compiled | CodeFault {
  try {
    return compile();
  } catch (error) {
    if (error instanceof Trouble) return fault(error, placeAt(written, shift + error.offset));
    if (!(error instanceof RangeError)) throw error;
    return fault(new Trouble("syntax", "nested too deeply", 0), placeAt(written, shift));
  }
}

function fault({ code, message, values }: Trouble, place: CodeFault["place"]): CodeFault {
  return { code, message, place, values };
}
