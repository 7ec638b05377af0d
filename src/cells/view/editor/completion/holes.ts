/** What has been typed of a `${…}` that the caret stands in: where its last word begins; null outside. */
export function holeAt(text: string, offset: number): { readonly wordFrom: number } | null {
  const before = text.slice(0, offset);
  const open = /\$\{(?:[^{}"'`]|"[^"\n]*"|'[^'\n]*'|`[^`]*`)*$/.exec(before);
  if (!open) return null;
  return { wordFrom: offset - /[\p{ID_Continue}$]*$/u.exec(before.slice(open.index + 2))![0].length };
}
