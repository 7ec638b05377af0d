export interface Transcoder {
  /** UTF-8; valid until the next call. */
  next(bytes: Uint8Array, isLast: boolean): Uint8Array;
  /** Signs so far that the encoding does not have. */
  readonly replacedSigns: number;
}

/** From any encoding that browsers know into UTF-8, without a byte order mark. */
export function transcoder(encoding: string): Transcoder {
  const signs = signsOf(encoding);
  return signs ? fromSingleBytes(signs) : fromAny(encoding);
}

/** The sign of each byte; null where one may take several. */
function signsOf(encoding: string): string | null {
  const all = new TextDecoder(encoding, { ignoreBOM: true }).decode(
    Uint8Array.from({ length: 256 }, (_, i) => i),
  );
  // Of ISO-2022-JP and UTF-16 as many signs could come out, and other ones.
  const isSingle = all.length === 256 && [...all.slice(0, 128)].every((sign, i) => sign.charCodeAt(0) === i);
  const isUnicode = new TextDecoder(encoding).encoding.startsWith("utf-");
  return isSingle && !isUnicode ? all : null;
}

/** A table of three bytes a sign: the decoder and encoder of the browser take four times as long, with a text in between. */
function fromSingleBytes(signs: string): Transcoder {
  const table = new Uint8Array(256 * 3);
  const lengths = new Uint8Array(256);
  [...signs].forEach((sign, i) => {
    const bytes = new TextEncoder().encode(sign);
    table.set(bytes, i * 3);
    lengths[i] = bytes.length;
  });
  const lost = Array.from(signs, (sign) => sign === replacement);
  const mayLose = lost.includes(true);
  let out = new Uint8Array(0);
  let replacedSigns = 0;
  return {
    get replacedSigns() {
      return replacedSigns;
    },
    next(bytes) {
      if (out.length < bytes.length * 3) out = new Uint8Array(bytes.length * 3);
      let to = 0;
      for (const byte of bytes) {
        if (byte < 128) {
          out[to++] = byte;
          continue;
        }
        const at = byte * 3;
        out[to++] = table[at]!;
        out[to++] = table[at + 1]!;
        if (lengths[byte] === 3) out[to++] = table[at + 2]!;
        if (mayLose && lost[byte]) replacedSigns++;
      }
      return out.subarray(0, to);
    },
  };
}

function fromAny(encoding: string): Transcoder {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  let replacedSigns = 0;
  return {
    get replacedSigns() {
      return replacedSigns;
    },
    next(bytes, isLast) {
      const text = decoder.decode(bytes, { stream: !isLast });
      replacedSigns += replacedIn(text);
      return encoder.encode(text);
    },
  };
}

export function replacedIn(text: string): number {
  return text.includes(replacement) ? text.split(replacement).length - 1 : 0;
}

const replacement = "\ufffd";
