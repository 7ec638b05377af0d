import { withKeysInOrder } from "./canonical-json";
import type { AnalysisCell } from "./notebook";

/** The cell as the TypeScript that runs it: what other programs show. The cell itself lives in its metadata. */
export function analyseCall({
  analysis,
  table,
  params,
}: Pick<AnalysisCell, "analysis" | "table" | "params">): string {
  const { table: _table, ...others } = params;
  const parts = [["table", table], ...Object.entries(withKeysInOrder(others) as object)].map(
    ([key, value]) => `${keyOf(key)}: ${JSON.stringify(value)}`,
  );
  const short = `analyse(${JSON.stringify(analysis)}, { ${parts.join(", ")} })`;
  if (short.length <= 80) return short;
  return `analyse(${JSON.stringify(analysis)}, {\n${parts.map((part) => `  ${part},\n`).join("")}})`;
}

function keyOf(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}
