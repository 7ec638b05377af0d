/** One element of the array, or one line, of a JSON file. */
export interface JsonValue {
  readonly value: unknown;
  readonly line: number;
  readonly bytesRead: number;
  /** It is no JSON: why, and what stands there. */
  readonly broken?: { readonly reason: string; readonly text: string };
}

/** JSON as it is written: whole numbers beyond 2^53 become texts with all their digits. */
export function parseExactly(text: string): unknown {
  if (!/\d{16}|\d[eE][+-]?\d{3}/.test(text)) return JSON.parse(text);
  return JSON.parse(
    text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
      token.startsWith('"') || isKept(token) ? token : `"${token}"`,
    ),
  );
}

/** Whether it comes out as a number just as it went in: zeros at the end of a fraction may go, those of a whole number may not. */
function isKept(number: string): boolean {
  const bare = /[.eE]/.test(number) ? number.replace(/\.?0+$/, "") : number;
  const isShort = bare.replace(/^-/, "").length < 16;
  return Number.isFinite(Number(number)) && (isShort || String(Number(number)) === number);
}

/** One value by itself. */
export function readValue(text: string, line: number, bytesRead: number): JsonValue {
  try {
    return { value: parseExactly(text), line, bytesRead };
  } catch (cause) {
    const reason = `no JSON: ${cause instanceof Error ? cause.message : String(cause)}`;
    return { value: null, line, bytesRead, broken: { reason, text: text.trim() } };
  }
}
