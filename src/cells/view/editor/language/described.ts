import type { Described } from "./protocol";
import type { ts } from "./typescript";

interface Found {
  readonly displayParts?: ts.SymbolDisplayPart[];
  readonly documentation?: ts.SymbolDisplayPart[];
  readonly tags?: ts.JSDocTagInfo[];
}

/** A name's type and its documentation, as Markdown without images: a cell's comment must not ask for an address. */
export function describedFrom({ displayParts, documentation, tags = [] }: Found): Described {
  const text = [plain(documentation), ...tags.map(tagText)].filter(Boolean).join("\n\n");
  return { code: withoutAlias(plain(displayParts)), text: text.replaceAll("![", "[") };
}

export function plain(parts: readonly ts.SymbolDisplayPart[] | undefined): string {
  return parts?.map(({ text }) => text).join("") ?? "";
}

/** Names of other cells are imports to TypeScript; a person never wrote one. */
function withoutAlias(code: string): string {
  return code.replace(/^\(alias\) /, "").replace(/\nimport [\p{ID_Continue}$]+$/u, "");
}

function tagText({ name, text }: ts.JSDocTagInfo): string {
  return `*@${name}* ${plain(text)}`.trimEnd();
}
