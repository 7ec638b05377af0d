import { afterAll, beforeAll } from "vitest";
import type { Database } from "../../src/engine";
import { openTestDatabase } from "../engine/open-database";

/** One real DuckDB for a test file. */
export function openedDatabase(): () => Database {
  let database: Database | undefined;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database?.close());
  return () => {
    if (!database) throw new Error("no database yet");
    return database;
  };
}
