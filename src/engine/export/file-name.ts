/** Names that Windows keeps for devices, whatever their ending. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** Bytes of a name that every file system takes, with room for an ending. */
const mostBytes = 200;

/** A file's name, without its ending, that every system takes, made of words that a person gave. */
export function fileNameOf(...parts: readonly string[]): string {
  const name = parts
    .join(" ")
    .normalize("NFC")
    // Signs that turn the direction of writing hide what a name ends with.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|]+/gu, " ")
    .trim()
    .replace(/\s+/g, "-")
    .replace(/^[.-]+|[.-]+$/g, "");
  const short = cut(name).replace(/[.-]+$/, "");
  if (!short) return "table";
  return devices.test(short) ? `${short}-table` : short;
}

function cut(name: string): string {
  const encoder = new TextEncoder();
  let [kept, bytes] = ["", 0];
  for (const sign of name) {
    bytes += encoder.encode(sign).length;
    if (bytes > mostBytes) break;
    kept += sign;
  }
  return kept;
}
