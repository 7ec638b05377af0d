import type { Language } from "../../analyses";
import { memoryUse, openDatabase, openSandbox, type Database, type Sandbox } from "../../engine";
import type { DrawFigure } from "../kinds";
import { errorOf } from "../kinds";
import { codeTables } from "./code-tables";
import { valuesOf } from "./column-values";
import { customersBehind } from "./customers-behind";
import { importJobs } from "./import-jobs";
import { inputOptions } from "./input-options";
import { liveOutputs } from "./live-outputs";
import { newId, newNotebook } from "../model";
import { rememberedAnswers } from "./answers";
import type { Effect } from "./effect";
import type { Event } from "./event";
import { exportJobs } from "./export-jobs";
import { chooseFiles, chooseFolder } from "./file-dialogs";
import { loader, profile } from "./perform-load";
import { clearResults, dropResult, nameResults, runner } from "./perform-run";
import { notebookFiles } from "./notebook-files";
import { notebookComparisons } from "./notebook-comparisons";
import { notebookHistory } from "./notebook-history";
import { openKeeping } from "./keeping";
import { onDisk } from "./on-disk";
import { exploring } from "./explore-rows";
import { windowOf } from "./queries";
import { newSession } from "./session";
import { liveFiles } from "./single-file";
import { pageHome } from "./single-file-home";
import { sessionStore } from "./store";
import { fileTaker } from "./take-files";
import { watchColumns } from "./watch-columns";
import type { Workbench } from "./workbench";

interface Surroundings {
  /** Results are written into files in the reader's language of that moment. */
  readonly language: () => Language;
  readonly draw: DrawFigure;
}

/** Puts the pure session to work: engine, files, browser storage. The one place where effects are done. */
export function openWorkbench({ language, draw }: Surroundings): Workbench {
  const opening = openDatabase();
  const database = () => opening;
  const send = (event: Event) => store.send(event);
  const answers = rememberedAnswers();
  const session = () => store.session();
  let opened: Sandbox | null = null;
  const sandbox = () => (opened ??= watchedSandbox(send));
  const tables = codeTables(database, sandbox);
  const lives = liveOutputs({ sandbox, database, tables, session, send });
  const behind = customersBehind({ database, tables, session });
  const runs = runner({ database, sandbox, session, send, language, answers, tables, lives });
  const keeping = openKeeping(() => store.session(), send, language);
  const loads = loader(database, send, answers, keeping.copies);
  const store = sessionStore(newSession(newNotebook()), (effect) => void perform(effect));
  const home = pageHome(session, send);
  const files = notebookFiles({ session: store.session, send, language, draw, keeping, home });

  opening.then(
    (ready) => watch(ready, send),
    (error) => send({ type: "engine-failed", message: errorOf(error).message }),
  );

  // What changes tables and names is done in the order in which it was asked for, one after the other.
  let turn: Promise<unknown> = Promise.resolve();
  function inTurn(work: () => Promise<void>): Promise<void> {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  }

  async function perform(effect: Effect): Promise<void> {
    try {
      switch (effect.type) {
        case "run":
          runs.announce(effect);
          return await inTurn(() => runs.run(effect));
        case "stop":
          return runs.stop();
        case "load":
          loads.announce(effect);
          return await inTurn(() => loads.load(effect));
        case "hold-file":
          return loads.hold(effect);
        case "cancel-load":
          return loads.cancel(effect);
        case "profile":
          return await profileOf(effect);
        case "keep-file": {
          const file = loads.files.get(effect.table);
          return file && void keeping.keepFile(effect.table, file);
        }
        case "keep-deleted":
          return await keeping.versions.bin(keeping.id(), effect.cell, effect.at);
        case "forget-table":
          if (effect.forGood) void keeping.forgetFile(effect.table);
          loads.drop(effect.table);
          return await inTurn(() => loads.forget(effect.table));
        case "name-results":
          return await inTurn(async () => nameResults(await database(), effect, tables.views()));
        case "drop-result":
          return await inTurn(async () => {
            await dropResult(await database(), effect);
            await behind.close(effect.cell);
            await tables.drop(effect.cell);
          });
        case "clear-results":
          tables.clear();
          return await inTurn(async () => {
            await clearResults(await database());
            await behind.clear();
          });
        case "forget-code":
          lives.forget(effect.cells);
          return opened?.forget(effect.cells);
        case "clear-code":
          lives.clear();
          return opened?.restart();
        case "reload-tables":
          return reload();
        case "autosave":
          return keeping.soon();
        case "save":
          return await files.save(effect.as);
      }
    } catch (error) {
      tell(error, effect.type === "save" ? "save-failed" : "unexpected");
    }
  }

  async function profileOf(effect: Extract<Effect, { type: "profile" }>): Promise<void> {
    try {
      send(await profile(await database(), effect));
    } catch (error) {
      // The table may be gone or read anew by now; then nobody waits for its profile.
      if (store.session().tables[effect.table]?.load !== effect.load) return;
      send({ type: "counting-failed", load: effect.load, table: effect.table });
      throw error;
    }
  }

  function reload(): void {
    tables.clear();
    lives.withoutTables();
    const known = [...loads.files].map(([table, file]) => ({ load: newId(), table, file }));
    send({ type: "engine-ready" });
    if (known.length) send({ type: "files-given", files: known, kept: true });
  }

  const taking = fileTaker({ session, send, openNotebook: files.open });
  const failed = (error: unknown) => tell(error, "unexpected");

  function tell(error: unknown, code: string): void {
    const { message } = errorOf(error);
    send({ type: "notice-raised", notice: { id: code, level: "harm", code, values: { message, file: "" } } });
  }

  watchColumns(store, database);
  void (home ? home.open(files.show) : keeping.restore(files.show));

  return {
    ...store,
    giveFiles: (given, table) =>
      void taking
        .take(
          given.map((file) => ({ file, handle: null })),
          table,
        )
        .catch(failed),
    giveFolder: (found) => void found.then(taking.takeFolder).catch(failed),
    chooseFiles: (table) =>
      void chooseFiles()
        .then((chosen) => taking.take(chosen, table))
        .catch(failed),
    chooseFolder: () =>
      void chooseFolder()
        .then((found) => found && taking.takeFolder(found))
        .catch(failed),
    openExample: (example) => void files.openExample(example),
    newNotebook: () => files.show({ notebook: newNotebook(), data: [] }),
    saveCopy: (form) => void files.saveCopy(form).catch((error: unknown) => tell(error, "save-failed")),
    takeOffer: files.takeOffer,
    openKept: (id) => void files.openKept(id).catch((error: unknown) => tell(error, "storage")),
    rows: async (shown, offset, limit, order, filters) =>
      windowOf(await database(), shown, offset, limit, order, filters),
    explore: exploring(database),
    customers: behind.open,
    closeCustomers: (cell) => void behind.close(cell).catch((error: unknown) => tell(error, "unexpected")),
    live: lives.of,
    inputOptions: async (id) => {
      const cell = session().notebook.cells.find((one) => one.id === id);
      return cell?.kind === "input"
        ? inputOptions(cell, session().notebook.cells, await database())
        : { values: [], more: false };
    },
    valuesOf: async (table, column) => valuesOf(await database(), table, column),
    exports: exportJobs(database),
    imports: importJobs({
      database,
      fileOf: loads.fileOf,
      session,
      send,
    }),
    forgetAnswers: (tables) => tables.forEach((table) => answers.forget(table)),
    liveFile: liveFiles(session, database),
    isFile: home !== null,
    memory: async () => memoryUse(await database()),
    disk: onDisk({
      store: keeping.store,
      notebook: keeping.id,
      loaded: (table) => loads.files.get(table),
      give: (file, table) =>
        send({ type: "files-given", files: [{ load: newId(), table, file }], kept: false }),
      send,
    }),
    history: notebookHistory({ session, send, language, keeping }),
    comparisons: notebookComparisons({ session, send, show: files.showSide }),
    kept: keeping.list,
    erase: keeping.erase,
  };
}

function watchedSandbox(send: (event: Event) => void): Sandbox {
  const sandbox = openSandbox();
  sandbox.onLost(() => send({ type: "sandbox-lost" }));
  return sandbox;
}

function watch(database: Database, send: (event: Event) => void): void {
  database.onRestart(() => send({ type: "engine-restarted" }));
  send({ type: "engine-ready" });
}
