import type { TableState } from "../../session";
import { ReadAgain } from "./read-again";
import { useSurroundings } from "../shell/workbench-context";

/** Which part of the file the table is, what else is in the file, and the way to have it read another way. */
export function HowRead({ table }: { table: TableState }) {
  const { workbench, texts, locale } = useSurroundings();
  const { importing: words } = texts;
  const { loaded, readBefore } = table;
  const { rows, columns } = loaded.plan;
  const target = { table: loaded.name, load: null };
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 });
  const by = rows?.take === "sample" ? columns.find(({ header }) => header === rows.by)?.name : undefined;
  return (
    <>
      {rows && (
        <p className="rejected">
          {rows.take === "first"
            ? words.partFirst(rows.count)
            : words.partSample(percent.format(rows.share), by ?? rows.by)}
        </p>
      )}
      <p className="load-choices">
        <button
          type="button"
          className="link"
          onClick={() => workbench.send({ type: "import-opened", target })}
        >
          {words.open}
        </button>
        <button type="button" className="link" onClick={() => workbench.chooseFiles(loaded.name)}>
          {words.nextFile}
        </button>
        <ReadAgain table={loaded.name} load={table.load} />
        {readBefore && (
          <button type="button" className="link" onClick={() => workbench.imports.readAs(target, readBefore)}>
            {words.before}
          </button>
        )}
      </p>
      {loaded.others && (
        <p className="read-note">
          {words.others(loaded.others.length)}{" "}
          {loaded.others.map((other) => (
            <button
              key={`${other.in} ${other.name}`}
              type="button"
              className="link other-table"
              onClick={() => workbench.imports.readOther(loaded.name, other)}
            >
              {other.name}
              {other.rows !== undefined && ` (${texts.count.rows(other.rows)})`}
            </button>
          ))}
        </p>
      )}
    </>
  );
}
