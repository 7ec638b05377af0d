import { guessRoles, guessRule, anyActivity } from "../../analyses";
import { dropUnread, importFile, name, profileTable, sql, type Database, type Known } from "../../engine";
import { errorOf } from "../kinds";
import type { Answers } from "./answers";
import { allValues, valuesOf } from "./column-values";
import type { Effect } from "./effect";
import type { Event } from "./event";
import type { KeptCopies } from "./kept-copies";
import type { ImportTarget, Notice } from "./session";

type Of<T extends Effect["type"]> = Extract<Effect, { type: T }>;

/** Reads files into tables, and knows each table's file so that a new engine can read it again. */
export function loader(
  database: () => Promise<Database>,
  send: (event: Event) => void,
  answers: Answers,
  copies: KeptCopies,
) {
  const stoppers = new Map<string, AbortController>();
  const files = new Map<string, File>();
  /** Of loads that failed, or wait to be told how to read it. */
  const waiting = new Map<string, File>();
  return {
    files: files as ReadonlyMap<string, File>,
    fileOf: ({ table, load }: ImportTarget): File | undefined =>
      load === null ? files.get(table) : waiting.get(load),
    hold({ load, file }: Of<"hold-file">): void {
      waiting.set(load, file);
    },
    /** From now on it can be cancelled, also while it waits for its turn. */
    announce({ load }: Of<"load">): void {
      stoppers.set(load, new AbortController());
    },
    async load({ load, table, file, plan, isExact, part, slot }: Of<"load">): Promise<void> {
      const stopper = stoppers.get(load);
      if (!stopper || stopper.signal.aborted) return;
      answers.forget(table);
      try {
        // What is left of a copy may look whole, and numbers of it would be wrong without a word.
        const known = copies.has(file) ? await hashOf(file).catch(() => null) : undefined;
        if (copies.isDamaged(file, known, slot)) {
          send({ type: "load-cancelled", load });
          return send({ type: "notice-raised", notice: damagedCopy(slot?.fileName ?? file.name) });
        }
        const loaded = await importFile(await database(), file, {
          table,
          known: knownOf(plan, isExact, part),
          signal: stopper.signal,
          onProgress: ({ share, rows }) => send({ type: "load-progress", load, share, rows }),
        });
        files.set(loaded.name, file);
        const sha256 = known ?? (await hashOf(file));
        send({
          type: "load-finished",
          load,
          loaded,
          roles: guessRoles(loaded.columns),
          rule: anyActivity,
          sha256,
        });
      } catch (error) {
        // Cancelled by the person: the row in the panel is gone already.
        if (stopper.signal.aborted) return;
        waiting.set(load, file);
        send({ type: "load-failed", load, error: errorOf(error) });
      } finally {
        stoppers.delete(load);
      }
    },
    cancel({ load }: Of<"cancel-load">): void {
      stoppers.get(load)?.abort();
      waiting.delete(load);
    },
    /** At once, so that a new engine does not read it again. */
    drop(table: string): void {
      files.delete(table);
      answers.forget(table);
    },
    async forget(table: string): Promise<void> {
      await (await database()).run([sql`drop table if exists ${name(table)}`, ...dropUnread(table)]);
    },
  };
}

function damagedCopy(file: string): Notice {
  return { id: `copy-damaged ${file}`, level: "harm", code: "copy-damaged", values: { file } };
}

function knownOf(plan: Of<"load">["plan"], isExact: boolean, part: Of<"load">["part"]): Known | undefined {
  if (plan) return { plan, isExact };
  if (!part) return undefined;
  if (part.in === "entry") return { entry: part.name };
  return { source: part.in === "sheet" ? { sheet: part.name } : { table: part.name } };
}

/** Counts what the columns hold, and guesses their meaning from it. */
export async function profile(database: Database, { load, table }: Of<"profile">): Promise<Event> {
  const profile = await profileTable(database, table);
  const roles = guessRoles(profile, profile);
  const events = roles.event ? await valuesOf(database, table, roles.event) : [];
  const known = new Map(roles.event ? [[roles.event, events]] : []);
  const values = await allValues(database, table, profile, roles, known);
  return { type: "table-profiled", load, table, profile, roles, rule: guessRule(events), values };
}

/** Larger files would have to be read whole a second time. */
const mostHashed = 64 * 1024 * 1024;

/** Tells the very same file from one of the same name and size. Browsers hash only on pages they trust. */
export async function hashOf(file: File): Promise<string | undefined> {
  if (file.size > mostHashed || !globalThis.crypto?.subtle) return undefined;
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
