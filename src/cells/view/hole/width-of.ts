const sizesFields = CSS.supports("field-sizing", "content");

/** Browsers that cannot make a field as wide as its text are told about how wide that is. */
export function widthOf(letters: number): { readonly width: string } | undefined {
  return sizesFields ? undefined : { width: `calc(${Math.min(Math.max(letters, 4), 40)}ch + 0.6em)` };
}
