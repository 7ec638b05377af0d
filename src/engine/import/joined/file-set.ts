import { EngineError } from "../../engine-error";
import { readable } from "../read/readable";

export interface NamedFile {
  readonly file: File;
  /** Its path within the folder it came from, or its own name. */
  readonly name: string;
}

/**
 * Several files as one: a directory in front, and the files behind it as they lie on the disk. So a table of many files has
 * one file as every table has, which is kept, compared and read again like any other. Nothing is copied: a Blob of Blobs
 * only points to them.
 */
export function fileSet(files: readonly NamedFile[], name = setName(files.map((one) => one.name))): File {
  const names = distinct(files.map((one) => one.name));
  const inOrder = files
    .map(({ file }, i) => ({ file, name: names[i]! }))
    .toSorted((a, b) => naturally.compare(a.name, b.name));
  const entries = inOrder.map(({ file, name }) => ({ name, bytes: file.size, modified: file.lastModified }));
  const directory = new TextEncoder().encode(JSON.stringify(entries));
  const length = new DataView(new ArrayBuffer(4));
  length.setUint32(0, directory.length);
  const lastModified = Math.max(...files.map(({ file }) => file.lastModified));
  return new File([mark, length, directory, ...inOrder.map(({ file }) => file)], name, { lastModified });
}

/** The files of a set, in the order of their names; null where the file is no set. */
export async function filesInSet(set: File): Promise<readonly NamedFile[] | null> {
  const first = await readable(set.name, () => set.slice(0, mark.length + 4).arrayBuffer());
  const begin = new Uint8Array(first);
  if (begin.length < mark.length + 4 || mark.some((byte, i) => begin[i] !== byte)) return null;
  const length = new DataView(begin.buffer).getUint32(mark.length);
  const directory = await readable(set.name, () => set.slice(begin.length, begin.length + length).text());
  let at = begin.length + length;
  return entriesIn(directory, set.name).map(({ name, bytes, modified }) => {
    const part = set.slice(at, at + bytes);
    at += bytes;
    return { name, file: new File([part], name.replace(/^.*\//, ""), { lastModified: modified }) };
  });
}

/** `events-2024-01.csv`, `events-2024-02.csv` are `events-2024-*.csv`. */
export function setName(names: readonly string[]): string {
  const [first = "", ...others] = names.map((name) => name.replace(/^.*\//, ""));
  if (others.every((name) => name === first)) return first;
  const [begin, end] = [
    commonLength(first, others, (name, i) => name[i]),
    commonLength(first, others, (name, i) => name[name.length - 1 - i]),
  ];
  // What differs goes as far as the digits around it: `-01` and `-02` differ in both.
  const shortest = Math.min(...names.map((name) => name.replace(/^.*\//, "").length));
  const front = first.slice(0, begin).replace(/\d+$/, "");
  const back = first.slice(first.length - Math.min(end, shortest - begin)).replace(/^\d+/, "");
  return `${front}*${back}`;
}

const mark = new TextEncoder().encode("\u0000EbbFiles1");

const naturally = new Intl.Collator("en", { numeric: true });

function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before ? `${name} (${before + 1})` : name;
  });
}

function commonLength(
  first: string,
  others: readonly string[],
  signAt: (name: string, i: number) => string | undefined,
): number {
  let length = 0;
  while (length < first.length && others.every((name) => signAt(name, length) === signAt(first, length)))
    length++;
  return length;
}

interface Entry {
  readonly name: string;
  readonly bytes: number;
  readonly modified: number;
}

/** Anybody may have made the file. */
function entriesIn(directory: string, file: string): readonly Entry[] {
  let found: unknown;
  try {
    found = JSON.parse(directory);
  } catch (cause) {
    throw new EngineError("unreadable-file", `unreadable file: ${file}`, { cause });
  }
  if (Array.isArray(found) && found.length && found.every(isEntry)) return found;
  throw new EngineError("unreadable-file", `unreadable file: ${file}`);
}

function isEntry(value: unknown): value is Entry {
  if (value === null || typeof value !== "object") return false;
  const { name, bytes, modified } = value as Readonly<Record<string, unknown>>;
  return typeof name === "string" && Number.isSafeInteger(bytes) && typeof modified === "number";
}
