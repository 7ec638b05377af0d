import {
  EngineError,
  filesInSet,
  fileSet,
  openPeeks,
  previewFile,
  tableNameFor,
  type Database,
  type ImportedTable,
  type ImportPlan,
  type ImportPreview,
  type Known,
  type OtherTable,
  type Peeks,
} from "../../engine";
import { newId } from "../model";
import { readersOf } from "./dependencies";
import type { Event, GivenFile } from "./event";
import type { ImportTarget, Session } from "./session";
import { takenNames } from "./take-files";

export interface ImportJobs {
  /** The first rows as they would be; null when a later wish has overtaken this one. Rejects with the reason. */
  readonly preview: (target: ImportTarget, known: Known) => Promise<ImportPreview | null>;
  /** The sheet is closed: nothing is looked at any more. */
  readonly endPreviews: () => void;
  /** Reads the file like this; null: as it looks. The table that is there stays until the new one is whole. */
  readonly readAs: (target: ImportTarget, plan: ImportPlan | null) => void;
  /** Another sheet, or file of the archive, as a table of its own. */
  readonly readOther: (table: string, other: OtherTable) => void;
  /** Each file of a table of several as a table of its own, which then take its place. */
  readonly takeApart: (loaded: ImportedTable) => Promise<void>;
  /** Tables of the same columns as one, which takes their place once it is there. */
  readonly join: (tables: readonly string[]) => void;
  readonly sizeOf: (target: ImportTarget) => number | null;
}

interface Needs {
  readonly database: () => Promise<Database>;
  readonly fileOf: (target: ImportTarget) => File | undefined;
  readonly session: () => Session;
  readonly send: (event: Event) => void;
}

/** What the import sheet asks for: looks at a file while it is being settled how to read it, and the reading itself. */
export function importJobs({ database, fileOf, session, send }: Needs): ImportJobs {
  let peeks: Promise<Peeks> | null = null;
  let latest = 0;
  let last: Promise<unknown> = Promise.resolve();

  function known(target: ImportTarget): File {
    const file = fileOf(target);
    if (!file) throw new EngineError("unreadable-file", `file not at hand: ${target.table}`);
    return file;
  }

  return {
    async preview(target, wish) {
      const own = ++latest;
      // The worker answers one at a time, and only the latest wish is worth its time.
      await last.catch(() => undefined);
      if (own !== latest) return null;
      const look = (async () =>
        previewFile(await database(), known(target), {
          peeks: await (peeks ??= openPeeks()),
          known: wish,
        }))();
      last = look;
      const seen = await look.catch((error: unknown) => {
        if (own === latest) throw error;
        return null;
      });
      return own === latest ? seen : null;
    },
    endPreviews() {
      latest++;
      void peeks?.then((open) => open.close());
      peeks = null;
      // What is under way then never comes to its end.
      last = Promise.resolve();
    },
    readAs(target, plan) {
      const file = known(target);
      if (target.load !== null) send({ type: "load-dismissed", load: target.load });
      const given = {
        load: newId(),
        table: target.table,
        file,
        isSure: true,
        ...(plan && { plan }),
      } as const;
      send({ type: "files-given", files: [given], kept: false });
    },
    readOther(table, part) {
      const file = known({ table, load: null });
      const name = tableNameFor(`${part.name.replace(/^.*\//, "")}`, takenNames(session()));
      send({ type: "files-given", files: [{ load: newId(), table: name, file, part }], kept: false });
    },
    async takeApart({ name, files = [] }) {
      const file = known({ table: name, load: null });
      const inside = await filesInSet(file);
      const names = [...takenNames(session())];
      const given = files.map(({ name: path }): GivenFile => {
        const own = inside?.find((one) => one.name === path)?.file;
        const table = tableNameFor(path, names);
        names.push(table);
        return {
          load: newId(),
          table,
          ...(own ? { file: own } : { file, part: { in: "entry", name: path } }),
        };
      });
      // Until the last of them is there the table stays.
      send({
        type: "files-given",
        files: given.with(-1, { ...given.at(-1)!, replaces: [name] }),
        kept: false,
      });
    },
    join(tables) {
      const files = tables.map((table) => known({ table, load: null }));
      const set = fileSet(files.map((file) => ({ file, name: file.name })));
      // What cells read keeps its name: they go on with all the rows.
      const read = tables.find((table) => readersOf(session(), table).length > 0);
      const table = read ?? tableNameFor(set.name, takenNames(session()));
      const own = { load: newId(), table, file: set, replaces: tables.filter((one) => one !== read) };
      send({ type: "files-given", files: [own], kept: false });
    },
    sizeOf: (target) => fileOf(target)?.size ?? null,
  };
}
