import { analyses, readParams } from "../../src/analyses";
import { typeOfInput } from "../../src/cells/kinds";
import type { Notebook } from "../../src/cells/model";
import { analysisOptions } from "../../src/cells/view/editor/language/analysis-types";
import { rowType } from "../../src/cells/view/editor/language/column-types";
import { NotebookService } from "../../src/cells/view/editor/language/notebook-service";
import { problemsOf } from "../../src/cells/view/editor/language/problems";
import { name, sql, type Database } from "../../src/engine";

/** What the editor would underline in a notebook that has run: "cell: text: message". */
export async function typeProblems(database: Database, { cells, data }: Notebook): Promise<string[]> {
  const named = cells.flatMap((cell) => (cell.kind === "sql" && cell.name ? [cell.name] : []));
  const relations: { name: string; row: string }[] = [];
  for (const relation of [...data.map(({ table }) => table), ...named]) {
    const columns = await database.describe(sql`from ${name(relation)}`).catch(() => null);
    relations.push({ name: relation, row: columns ? rowType(columns) : "any" });
  }
  const values = cells.flatMap((cell) => {
    if (cell.kind !== "input") return [];
    const { type, nullable } = typeOfInput(cell);
    return [{ name: cell.name, type: nullable ? `${type} | null` : type }];
  });
  const code = cells.flatMap((cell) => (cell.kind === "typescript" ? [[cell.id, cell.source] as const] : []));
  const service = new NotebookService();
  service.update({
    order: code.map(([id]) => id),
    texts: code,
    surroundings: {
      relations,
      values,
      analyses: analyses.map(({ id, params, needs }) => ({
        id,
        options: analysisOptions(params, needs(readParams(params, {}).values).length > 0),
      })),
    },
  });
  return code.flatMap(([id, text]) =>
    problemsOf(service, id).map(({ from, to, message }) => `${id}: ${text.slice(from, to)}: ${message}`),
  );
}
