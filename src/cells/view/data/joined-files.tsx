import type { ImportedTable } from "../../../engine";
import type { TableState } from "../../session";
import { useSession, useTexts, useWorkbench } from "../shell/workbench-context";

/** Which files make the table, with the way to one table for each; or the way to one table of those that are alike. */
export function JoinedFiles({ loaded }: { loaded: ImportedTable }) {
  return loaded.files ? <Files loaded={loaded} files={loaded.files} /> : <Alike table={loaded.name} />;
}

function Files({ loaded, files }: { loaded: ImportedTable; files: NonNullable<ImportedTable["files"]> }) {
  const { imports } = useWorkbench();
  const { joined: words } = useTexts();
  const lacking = files.filter(({ lacks }) => lacks.length > 0).length;
  // The last one: the files' own columns come first.
  const column = loaded.columns.at(-1)!.name;
  return (
    <>
      <details className="read-note">
        <summary>{words.made(files.length, column)}</summary>
        <ul>
          {files.map(({ name, rowCount, lacks }) => (
            <li key={name}>
              {words.file(name, rowCount)}
              {lacks.length > 0 && <>; {words.lacks(lacks.join(", "))}</>}
            </li>
          ))}
        </ul>
      </details>
      {lacking > 0 && <p className="rejected">{words.lacking(lacking)}</p>}
      {files.length > 1 && (
        <p className="load-choices">
          <button type="button" className="link" onClick={() => void imports.takeApart(loaded)}>
            {words.apart}
          </button>
        </p>
      )}
    </>
  );
}

/** Said once, at the first of them. */
function Alike({ table }: { table: string }) {
  const { imports } = useWorkbench();
  const { joined: words } = useTexts();
  const tables = useSession((session) => session.tables);
  const alike = tablesLike(table, tables);
  if (alike.length < 2 || alike[0] !== table) return null;
  return (
    <p className="read-note">
      {words.offer(alike.join(", "))}{" "}
      <button type="button" className="link" onClick={() => imports.join(alike)}>
        {words.join(alike.length)}
      </button>
    </p>
  );
}

function tablesLike(table: string, tables: Readonly<Record<string, TableState>>): string[] {
  const own = tables[table] && shapeOf(tables[table].loaded);
  return own ? Object.keys(tables).filter((name) => shapeOf(tables[name]!.loaded) === own) : [];
}

/** Null for what is no file of its own: a sheet, a file of an archive, a table of several files. */
function shapeOf({ plan }: ImportedTable): string | null {
  const { source, columns, entry, joined } = plan;
  if (entry !== null || joined || columns.every(({ header }) => !header.trim())) return null;
  return JSON.stringify([source.format, columns.map(({ header }) => header.trim().toLowerCase()).toSorted()]);
}
