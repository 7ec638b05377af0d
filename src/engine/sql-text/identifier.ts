import type { Token } from "./tokens";

/** DuckDB compares names without regard to case, quoted ones too, but only for A to Z: `É` and `é` are two names. */
export function folded(name: string): string {
  return name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** The name a token stands for, without quotes. */
export function nameOf(token: Token): string {
  return token.kind === "quoted-name" ? unquoted(token.text, '"') : token.text;
}

/** What a string token says. Escapes of `e'…'` stay as written. */
export function textOf(token: Token): string {
  if (token.text.startsWith("$")) {
    const quote = token.text.slice(0, token.text.indexOf("$", 1) + 1);
    return token.text.slice(quote.length, token.text.endsWith(quote) ? -quote.length : undefined);
  }
  return unquoted(token.text.slice(token.text.indexOf("'")), "'");
}

function unquoted(text: string, quote: string): string {
  const isClosed = text.length > 1 && text.endsWith(quote);
  return text.slice(1, isClosed ? -1 : undefined).replaceAll(quote + quote, quote);
}
