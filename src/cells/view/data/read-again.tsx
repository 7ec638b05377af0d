import { useEffect, useState } from "react";
import { useTexts, useWorkbench } from "../shell/workbench-context";

interface ReadAgainProps {
  readonly table: string;
  /** Of which load its rows are: a next file may lie elsewhere. */
  readonly load: string | null;
}

/** Where the browser remembers a file's place: it is read again as it is now, by a click and never by itself. */
export function ReadAgain({ table, load }: ReadAgainProps) {
  const { disk } = useWorkbench();
  const { importing: words } = useTexts();
  const [file, setFile] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void disk.fileOf(table).then((found) => isCurrent && setFile(found));
    return () => {
      isCurrent = false;
    };
  }, [disk, table, load]);
  if (file === null) return null;
  return (
    <button type="button" className="link" onClick={() => void disk.readAgain(table)}>
      {words.again(file)}
    </button>
  );
}
