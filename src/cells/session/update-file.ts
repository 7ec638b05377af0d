import type { Effect } from "./effect";
import type { FileEvent } from "./event";
import type { Updated } from "./queue";
import { earlierIn } from "./earlier-notebook";
import { giveFiles } from "./import-loads";
import { savedRun } from "./saved-run";
import { newSession, type Run, type Session } from "./session";

export function updateFile(session: Session, event: FileEvent): Updated {
  switch (event.type) {
    case "notebook-opened":
      return open(session, event);
    case "save-requested":
      return [session, [{ type: "save", as: event.as }]];
    case "file-saved": {
      const unsaved = session.notebook !== event.revision;
      return [
        // A place of its own: what could not be written over is another file.
        {
          ...session,
          readOnly: false,
          file: { ...session.file, name: event.fileName, inPlace: event.inPlace, unsaved },
        },
        [],
      ];
    }
    case "autosave-changed":
      return [{ ...session, file: { ...session.file, autosave: event.state } }, []];
    case "notice-raised": {
      const others = session.notices.filter((notice) => notice.id !== event.notice.id);
      return [{ ...session, notices: [...others, event.notice] }, []];
    }
    case "comparing-opened":
      return [{ ...session, comparing: event.comparing }, []];
    case "comparing-closed":
      return [{ ...session, comparing: null }, []];
    case "notice-dismissed":
      return [{ ...session, notices: session.notices.filter((notice) => notice.id !== event.notice) }, []];
  }
}

/** Nothing runs by opening: saved results are shown as they were written. */
function open(session: Session, event: Extract<FileEvent, { type: "notebook-opened" }>): Updated {
  const fresh = newSession(event.notebook);
  const runs = Object.fromEntries(
    event.notebook.cells.filter((cell) => cell.saved).map((cell): [string, Run] => [cell.id, savedRun(cell)]),
  );
  const next: Session = {
    ...fresh,
    engine: session.engine,
    // Numbers go on, so that an answer meant for the notebook before cannot be taken for one of this.
    lastRun: session.lastRun,
    width: session.width,
    readOnly: event.readOnly,
    ...(event.earlier && earlierIn(event.earlier, event.notebook)),
    runs,
    runWhenLoaded: event.run,
    selected: event.notebook.cells[0]?.id ?? null,
    file: { ...fresh.file, name: event.fileName, inPlace: event.inPlace, unsaved: event.unsaved ?? false },
    notices: event.notices,
  };
  const forget = Object.keys(session.tables).map((table): Effect => ({
    type: "forget-table",
    table,
    forGood: false,
  }));
  const cancel = session.loads.map((load): Effect => ({ type: "cancel-load", load: load.id }));
  const [given, loads] = giveFiles(next, event.data, true);
  return [
    given,
    [{ type: "stop" }, ...cancel, ...forget, { type: "clear-code" }, { type: "clear-results" }, ...loads],
  ];
}
