/** A number from 0 up to 1, as `Math.random` gives it; tests pass one with a seed. */
export type Random = () => number;

const letters = "0123456789abcdefghijklmnopqrstuvwxyz";

/** Fits nbformat's pattern for cell ids. 36^12 is about 10^18: no two alike in anybody's notebooks. */
export function newId(random: Random = Math.random): string {
  return Array.from({ length: 12 }, () => letters[Math.floor(random() * letters.length)]).join("");
}

export function isId(text: unknown): text is string {
  return typeof text === "string" && /^[a-zA-Z0-9_-]{1,64}$/.test(text) && !everyObjectHas(text);
}

/** `constructor`, `__proto__`, …: found in a record of cells or tables that has nothing under this name. */
export function everyObjectHas(name: string): boolean {
  return name in Object.prototype;
}
