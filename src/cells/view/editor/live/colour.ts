import type { CodeLanguage } from "../code";
import { tokenRole, type TokenRole } from "../token-class";
import { monaco } from "./monaco";

export interface ColouredPiece {
  readonly text: string;
  readonly role: TokenRole | null;
}

/** Grammars load on their own; colorizing waits for that, tokenizing does not. */
export async function loadGrammars(): Promise<void> {
  await Promise.all(languages.map((language) => monaco.editor.colorize("", language, {})));
}

/** A text cut into coloured pieces, line by line. */
export function colour(text: string, language: CodeLanguage): ColouredPiece[][] {
  const lines = text.split(/\r\n|\r|\n/);
  return monaco.editor.tokenize(lines.join("\n"), language).map((tokens, i) => {
    const line = lines[i] ?? "";
    return tokens.map((token, k) => ({
      text: line.slice(token.offset, tokens[k + 1]?.offset),
      role: tokenRole(token.type),
    }));
  });
}

const languages: readonly CodeLanguage[] = ["sql", "typescript", "markdown"];
