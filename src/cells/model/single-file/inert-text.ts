/**
 * JSON that a `<script>` of an unknown type can hold, equal when it is read back: `<` stands only within strings there, and
 * no `</script` and no `<!--` is left to be seen by a parser of HTML. Halves of characters, which no UTF-8 file can hold,
 * are written as JSON writes them.
 */
export function inertJson(json: string): string {
  return json
    .replaceAll("<", String.raw`\u003c`)
    .replaceAll(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
}

/** For the text of elements, and for values of attributes in double quotes. */
export function escapedHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll(/[\p{Surrogate}\0]/gu, "\ufffd");
}
