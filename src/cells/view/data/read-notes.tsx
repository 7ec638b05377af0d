import { type ImportedTable, type ImportNote, name, sql } from "../../../engine";
import { newCell } from "../../model";
import type { Texts } from "../texts";
import { ExportMenu } from "../export";
import { useSession, useTexts, useWorkbench } from "../shell/workbench-context";
import { sampleFor } from "../import/reading-choices";
import { decided } from "./decided";

/** What did not go into the table as it was written, and what was decided on the way: said, never hidden. */
export function ReadNotes({ loaded }: { loaded: ImportedTable }) {
  const { reading } = useTexts();
  const { missing, renamed, replacedSigns, notes, plan } = loaded;
  const counted = missing.reduce((sum, { count }) => sum + count, 0);
  const isCompared = useSession((session) => session.earlierSlots[loaded.name] !== undefined);
  return (
    <>
      {notes.filter(isCompared ? isOfThisFile : isForPeople).map((note) => (
        <div className="rejected" key={JSON.stringify(note)}>
          <p>{noteText(note, plan.zone, reading)}</p>
          <Decision note={note} loaded={loaded} />
        </div>
      ))}
      <Unread loaded={loaded} />
      {replacedSigns > 0 && <p className="rejected">{reading.replaced(replacedSigns)}</p>}
      {counted > 0 && (
        <details className="read-note">
          <summary>{reading.missing(counted)}</summary>
          <ul>
            {missing.map(({ column, token, count }) => (
              <li key={`${column} ${token}`}>{reading.missingToken(column, token, count)}</li>
            ))}
          </ul>
        </details>
      )}
      {renamed.length > 0 && (
        <details className="read-note">
          <summary>{reading.renamed(renamed[0]!.from || reading.emptyHeader, renamed[0]!.to)}</summary>
          <ul>
            {renamed.map((one) => (
              <li key={one.to}>{reading.renamed(one.from || reading.emptyHeader, one.to)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** What can be decided by one click is decided here; the rest in the sheet. */
function Decision({ note, loaded }: { note: ImportNote; loaded: ImportedTable }) {
  const { send, imports } = useWorkbench();
  const { importing: words } = useTexts();
  const target = { table: loaded.name, load: null };
  if (note.note === "date-order") {
    const read = (dayFirst: boolean) => imports.readAs(target, decided(loaded.plan, note, dayFirst));
    return (
      <p className="load-choices">
        <button type="button" className="button button-small" onClick={() => read(true)}>
          {words.dayFirst}
        </button>
        <button type="button" className="button button-small" onClick={() => read(false)}>
          {words.monthFirst}
        </button>
      </p>
    );
  }
  if (note.note !== "encoding-unsure" && note.note !== "mixed-dates") return null;
  return (
    <button type="button" className="link" onClick={() => send({ type: "import-opened", target })}>
      {words.another}
    </button>
  );
}

/** Line, row, column, reason and text. */
const unreadColumns = 5;

function Unread({ loaded: { name: table, unread } }: { loaded: ImportedTable }) {
  const { send } = useWorkbench();
  const { reading } = useTexts();
  const cells = useSession((session) => session.notebook.cells.length);
  if (!unread.rows && !unread.cells) return null;
  const all = unread.table && sql`from ${name(...unread.table)}`.text;
  return (
    <details className="rejected">
      <summary>
        {[
          unread.rows > 0 && reading.unreadRows(unread.rows),
          unread.cells > 0 && reading.unreadCells(unread.cells),
        ]
          .filter(Boolean)
          .join("; ")}
      </summary>
      {all && (
        <button
          type="button"
          className="link"
          onClick={() =>
            send({ type: "cell-inserted", cell: { ...newCell("sql"), source: all }, at: cells, edit: false })
          }
        >
          {reading.unreadQuery}
        </button>
      )}{" "}
      {all && (
        <ExportMenu
          id={`unread ${table}`}
          title={`${table} ${reading.unreadFile}`}
          what={{ unreadOf: table }}
          rowCount={unread.rows + unread.cells}
          columnCount={unreadColumns}
        />
      )}
      <ul>
        {unread.first.map((one, i) => (
          <li key={i}>
            {one.file && <>{one.file}: </>}
            <span className="tabular">
              {one.line !== null ? reading.line(one.line) : one.row !== null && reading.row(one.row)}
            </span>{" "}
            {one.column && <span className="code">{one.column}</span>} {one.reason}
            <code>{one.text.slice(0, 200)}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Which zone times are shown in concerns whoever asked for another than that of the file. */
function isForPeople({ note }: ImportNote): boolean {
  return note !== "zone";
}

/** Which columns came and went is told where the file is compared with the one before. */
function isOfThisFile({ note }: ImportNote): boolean {
  return note !== "zone" && note !== "missing-column" && note !== "new-column";
}

function noteText(note: ImportNote, zone: string, { notes }: Texts["reading"]): string {
  switch (note.note) {
    case "encoding-unsure":
      return notes[note.note](note.encoding);
    case "other-form":
      return notes[note.note](note.was, note.is);
    case "other-style":
      return notes[note.note](note.column, sampleFor(note.reading));
    case "zone":
      return notes[note.note](note.column, zone);
    case "date-order":
    case "mixed-dates":
    case "missing-column":
    case "new-column":
      return notes[note.note](note.column);
  }
}
