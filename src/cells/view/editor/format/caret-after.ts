/** Where a caret belongs after white space has moved: behind as many signs as before. */
export function caretAfter(before: string, after: string, offset: number): number {
  const signs = before.slice(0, offset).replace(/\s+/g, "").length;
  if (signs === 0) return 0;
  let seen = 0;
  for (let i = 0; i < after.length; i++) if (/\S/.test(after[i]!) && ++seen === signs) return i + 1;
  return after.length;
}
