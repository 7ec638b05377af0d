import { EngineError } from "../../engine-error";
import { type ImportPlan, isRead } from "../plan";
import { arrowParts } from "./arrow-parts";
import { jsonParts } from "./json-parts";
import { parquetParts } from "./parquet-parts";
import { plainColumns } from "./plain/plain-columns";
import type { Part } from "./part";
import { sheetParts } from "./sheet-parts";
import { type Source } from "./source";
import { textParts } from "./text-parts";
import { workbookIn } from "./xlsx/workbook";

/** One file's rows by a plan whose columns are those of the file. */
export async function* partsOf(source: Source, plan: ImportPlan): AsyncGenerator<Part> {
  const { columns } = plan;
  const headers = () => columns.map(({ header }) => header);
  switch (plan.source.format) {
    case "xlsx":
      return yield* sheetParts(await workbookIn(source), plan.source, plan);
    case "arrow":
      return yield* arrowParts(source);
    case "parquet":
      return yield* parquetParts(
        source,
        columns.filter((column) => isRead(column, plan)).map(({ header }) => header),
      );
    case "duckdb":
      throw new EngineError("unreadable-file", `not a DuckDB file: ${source.name}`);
    case "json":
      return yield* jsonParts(source, plan.source, headers());
    case "text":
      return yield* textParts(source, plan.source, columns.length, plainColumns(plan));
  }
}
