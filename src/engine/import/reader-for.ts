import type { Database } from "../data/database";
import { isDatabaseFile } from "./attached/attach";
import { attachedReader } from "./attached/attached-reader";
import { openReader } from "./open-reader";
import type { Reader } from "./reader";

/** Whoever can read the file: DuckDB its own files, our readers all others. */
export async function readerFor(database: Database, file: File): Promise<Reader> {
  return (await isDatabaseFile(file)) ? attachedReader(database) : openReader();
}
