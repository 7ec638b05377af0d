/** The few roles code is coloured by. Each has a class in editor.css, and Monaco gets the same colours. */
export type TokenRole =
  "keyword" | "string" | "number" | "comment" | "function" | "type" | "name" | "heading";

const roleOf: readonly (readonly [prefix: string, role: TokenRole])[] = [
  ["comment", "comment"],
  ["keyword", "keyword"],
  ["tag", "keyword"],
  ["string.link", "name"],
  ["string", "string"],
  ["attribute.value", "string"],
  ["regexp", "string"],
  ["number", "number"],
  ["variable", "number"],
  ["function", "function"],
  ["type", "type"],
  ["strong", "heading"],
  ["emphasis", "type"],
];

/** Monaco's token type, such as `keyword.sql`, or null for plain text. */
export function tokenRole(type: string): TokenRole | null {
  return roleOf.find(([prefix]) => type === prefix || type.startsWith(`${prefix}.`))?.[1] ?? null;
}

export const tokenRules = roleOf;
