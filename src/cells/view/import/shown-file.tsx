import { useId } from "react";
import type { ImportPreview } from "../../../engine";
import { useTexts } from "../shell/workbench-context";
import { Turn } from "./turn";
import type { Sheet } from "./use-preview";

interface ShownFileProps extends Pick<Sheet, "shown" | "show"> {
  readonly joined: NonNullable<ImportPreview["joined"]>;
  /** Rows are counted from the first file on, and only so many of them are read. */
  readonly isCut: boolean;
}

/** Which of the files that make the table is looked at, with the way to the others. */
export function ShownFile({ joined: { files, ...seen }, shown = seen.shown, show, isCut }: ShownFileProps) {
  const { importing: words } = useTexts();
  const id = useId();
  const at = files.indexOf(shown);
  const common = commonFolder(files);
  const turn = (to: number) => show(files[to]!);
  return (
    <>
      <div className="import-shown">
        <label htmlFor={id}>{words.shown}</label>
        <div className="import-turns">
          <Turn label={words.fileBefore} to={at - 1} of={files.length} onTurn={turn} isBack />
          <select
            id={id}
            className="field"
            value={shown}
            title={shown}
            onChange={(event) => show(event.target.value)}
          >
            {files.map((file) => (
              <option key={file} value={file}>
                {file.slice(common)}
              </option>
            ))}
          </select>
          <Turn label={words.fileAfter} to={at + 1} of={files.length} onTurn={turn} />
        </div>
        <span>{words.placeOf(at + 1, files.length)}</span>
      </div>
      {isCut && at > 0 && <p className="load-hint">{words.fromFirst}</p>}
    </>
  );
}

/** How long the path is that all of them lie under: a name that is cut shows what tells it from the others. */
function commonFolder([first = "", ...others]: readonly string[]): number {
  let length = first.lastIndexOf("/") + 1;
  while (length && !others.every((name) => name.startsWith(first.slice(0, length))))
    length = first.slice(0, length - 1).lastIndexOf("/") + 1;
  return length;
}
