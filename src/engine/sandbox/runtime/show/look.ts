/** Looking at values that strangers made: what they throw is an answer, not an accident. */
export function safely<T, F>(look: () => T, otherwise: (error: unknown) => F): T | F {
  try {
    return look();
  } catch (error) {
    return otherwise(error);
  }
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** An array of plain objects, as far as its first thousand tell. */
export function isRows(value: unknown): value is readonly Readonly<Record<string, unknown>>[] {
  return safely(
    () => {
      const first: readonly unknown[] = Array.isArray(value) ? value.slice(0, 1000) : [];
      return first.length > 0 && first.every((row) => isPlainObject(row) && Object.keys(row).length > 0);
    },
    () => false,
  );
}
