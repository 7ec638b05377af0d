import { transform, type Options } from "sucrase";
import { positionMap } from "./position-map";
import { lost } from "./lost-syntax";
import { syntaxTrouble } from "./syntax-trouble";

export interface Stripped {
  /** JavaScript. Each line is a line of the text; types are cut out, so columns may be smaller. */
  readonly code: string;
  /** From an offset in `code` to one in the text: exact at the start of each word and sign. */
  originalOffset(offset: number): number;
}

const options: Options = {
  transforms: ["typescript"],
  // The sandbox runs in a browser of today; class fields keep the meaning they were written with.
  disableESTransforms: true,
  preserveDynamicImport: true,
  // An import is refused also when nothing uses it.
  keepUnusedImports: true,
};

/** @throws Trouble "syntax" */
export function stripTypes(text: string): Stripped {
  const code = stripped(text);
  const trouble = lost(text, code);
  if (trouble) throw trouble;
  let map: ((offset: number) => number) | null = null;
  return {
    code,
    originalOffset(offset) {
      if (code === text) return offset;
      // Asked only for the place of a fault; making the map takes as long as stripping.
      map ??= positionMap(text, code, mappings(text));
      const found = map(offset);
      // `enum E` has become `var E`, one shorter: the name begins after the space.
      return found + (/^ +/.exec(text.slice(found, found + 10))?.[0].length ?? 0);
    },
  };
}

function stripped(text: string): string {
  try {
    return transform(text, options).code;
  } catch (error) {
    // Whatever it stumbles over, also without a place: it could not read the text.
    if (error instanceof RangeError) throw error;
    throw syntaxTrouble(text, error);
  }
}

function mappings(text: string): string {
  const file = { filePath: "cell", sourceMapOptions: { compiledFilename: "cell" } };
  return transform(text, { ...options, ...file }).sourceMap?.mappings ?? "";
}
