import { isReserved } from "../sql-text";

/** A name for the table of a file that needs no quotes: `Sales 2024 (final).csv` gives `sales_2024_final`. */
export function tableNameFor(fileName: string, taken: Iterable<string>): string {
  const words = fileName
    .normalize("NFC")
    .replace(/^.*[/\\]/, "")
    .replace(/(\.[a-z0-9]{1,8}){1,2}$/i, "")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1_$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "");
  const begun = /^\p{L}/u.test(words) ? words : words ? `t_${words}` : "data";
  const base = isReserved(begun) ? `${begun}_table` : begun;
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  let free = base;
  for (let n = 2; used.has(free); n++) free = `${base}_${n}`;
  return free;
}
