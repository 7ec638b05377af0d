import { significantTokens } from "../../engine";
import type { Cell } from "../model";

/** SQL's functions that give something else with each run. */
const fickle = new Set([
  ..."random gen_random_uuid uuid uuidv4 uuidv7 now today get_current_timestamp transaction_timestamp".split(
    " ",
  ),
  ..."current_timestamp current_date current_time localtimestamp localtime get_current_time nextval".split(
    " ",
  ),
  ..."tablesample sample reservoir".split(" "),
]);

const inCode =
  /\bMath\s*\.\s*random\b|\bcrypto\s*\.|\bDate\s*\.\s*now\b|\bperformance\s*\.\s*now\b|\bnew\s+Date\s*(?:\(\s*\)|(?!\s*\())|\bd3\s*\.\s*(?:random|shuffle\b|now\b)/;

/**
 * Whether a cell's text asks for random numbers or the clock, so that its result may rightly differ from run to run. A word
 * in a comment or a text may be taken for one: then a difference is called possible that is none, and is still told.
 */
export function takesChance(cell: Cell): boolean {
  if (cell.kind === "sql") {
    const words = significantTokens(cell.source).filter(({ kind }) => kind === "name" || kind === "keyword");
    return words.some(({ text }) => fickle.has(text.toLowerCase())) || holesTakeChance(cell.source);
  }
  if (cell.kind === "markdown") return holesTakeChance(cell.source);
  return cell.kind === "typescript" && inCode.test(withoutComments(cell.source));
}

function holesTakeChance(source: string): boolean {
  return /\$\{/.test(source) && inCode.test(source);
}

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, " ");
}
