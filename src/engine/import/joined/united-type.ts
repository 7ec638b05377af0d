/**
 * The DuckDB type that holds what two others hold without losing a digit; text where there is none. `needsCheck`: a 64-bit
 * integer beyond 2^53 is another number as a DOUBLE, so the values have to be looked at.
 */
export function unitedType(
  one: string,
  other: string,
): { readonly type: string; readonly needsCheck?: true } {
  if (one === other) return { type: one };
  return united(one, other) ?? united(other, one) ?? { type: "VARCHAR" };
}

function united(a: string, b: string): { type: string; needsCheck?: true } | null {
  const [place, bits] = [
    integers.findIndex(([name]) => name === a),
    integers.find(([name]) => name === a)?.[1],
  ];
  if (bits !== undefined) {
    const found = integers.findIndex(([name]) => name === b);
    if (found >= 0) return { type: widest(integers[place]![0], integers[found]![0]) };
    if (b === "DOUBLE" || b === "FLOAT")
      return bits <= 32 ? { type: "DOUBLE" } : { type: "DOUBLE", needsCheck: true };
    const decimal = digitsOf(b);
    if (decimal) return decimalOf({ whole: digitsIn[bits]!, scale: 0 }, decimal);
  }
  const [first, second] = [digitsOf(a), digitsOf(b)];
  if (first && second) return decimalOf(first, second);
  if (first && b === "DOUBLE") return first.whole + first.scale <= 15 ? { type: "DOUBLE" } : null;
  if (a === "FLOAT" && b === "DOUBLE") return { type: "DOUBLE" };
  const [early, late] = [moments.indexOf(a), moments.indexOf(b)];
  return early >= 0 && late >= 0 ? { type: moments[Math.max(early, late)]! } : null;
}

const integers: readonly (readonly [name: string, bits: number])[] = [
  ["UTINYINT", 8],
  ["TINYINT", 8],
  ["USMALLINT", 16],
  ["SMALLINT", 16],
  ["UINTEGER", 32],
  ["INTEGER", 32],
  ["UBIGINT", 64],
  ["BIGINT", 64],
  ["HUGEINT", 128],
];

const digitsIn: Readonly<Record<number, number>> = { 8: 3, 16: 5, 32: 10, 64: 20, 128: 38 };

/** Each holds what stands in front of it; finer stamps reach less far, and a value beyond them is an error, never another time. */
const moments = ["DATE", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP", "TIMESTAMP_NS"];

/** A signed and an unsigned one need the next larger signed one. */
function widest(a: string, b: string): string {
  const bits = (name: string) => integers.find(([one]) => one === name)![1];
  const [wide, narrow] = bits(a) >= bits(b) ? [a, b] : [b, a];
  const isUnsigned = wide.startsWith("U");
  if (isUnsigned === narrow.startsWith("U") || (!isUnsigned && bits(wide) > bits(narrow))) return wide;
  const signed = integers.find(
    ([name, size]) => !name.startsWith("U") && size > Math.max(bits(wide), bits(narrow)),
  );
  return signed?.[0] ?? "HUGEINT";
}

interface Digits {
  readonly whole: number;
  readonly scale: number;
}

function digitsOf(type: string): Digits | null {
  const [, width, scale] = /^DECIMAL\((\d+),(\d+)\)$/.exec(type) ?? [];
  return width === undefined ? null : { whole: Number(width) - Number(scale), scale: Number(scale) };
}

function decimalOf(a: Digits, b: Digits): { type: string } | null {
  const [whole, scale] = [Math.max(a.whole, b.whole), Math.max(a.scale, b.scale)];
  return whole + scale > 38 ? null : { type: `DECIMAL(${whole + scale},${scale})` };
}
