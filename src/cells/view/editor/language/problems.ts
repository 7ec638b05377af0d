import { networkNames } from "./browser-names";
import { fileOf } from "./cell-files";
import { columnProblems } from "./column-texts";
import { problemsInHoles } from "./hole-problems";
import type { NotebookService } from "./notebook-service";
import type { Problem } from "./protocol";
import { compiler, type ts } from "./typescript";

/** What is wrong in a cell before it runs, in the order of the text. */
export function problemsOf(notebook: NotebookService, cell: string): Problem[] {
  const text = notebook.cells.textOf(cell);
  const holes = notebook.cells.holesOf(cell);
  if (text === undefined || holes?.length === 0) return [];
  const file = fileOf(cell);
  const problems = (found: readonly ts.Diagnostic[]) => found.flatMap((one) => problemFrom(one, text));
  const syntactic = problems(notebook.service.getSyntacticDiagnostics(file));
  // Half a sentence has no meaning to complain about.
  const semantic = syntactic.length
    ? []
    : [...problems(notebook.service.getSemanticDiagnostics(file)), ...columnProblems(notebook, cell)];
  const found = holes ? problemsInHoles({ syntactic, semantic }, holes, text) : [...syntactic, ...semantic];
  return found.sort((a, b) => a.from - b.from);
}

function problemFrom(found: ts.Diagnostic, text: string): Problem[] {
  const { start = 0, length = 0, code, category } = found;
  if (category === compiler.DiagnosticCategory.Suggestion || ignored.has(code)) return [];
  const message = compiler.flattenDiagnosticMessageText(found.messageText, "\n");
  // Behind the text stands our own ending; what is found there began before it.
  const from = Math.min(start, text.length);
  const to = Math.min(Math.max(start + length, from), text.length);
  const level = code >= 7000 && code < 8000 ? "warning" : "error";
  const known = knownBetter(code, text.slice(from, to));
  return [{ from, to, message, level, code, ...(known && { known }) }];
}

function knownBetter(code: number, name: string): Problem["known"] {
  if (missingName.has(code) && networkNames.has(name)) return { about: "network", name };
  // D3's own ways to the network are taken out of its types.
  if ((code === 2339 || code === 2551) && d3Fetch.has(name)) return { about: "network", name: `d3.${name}` };
  if (code === 2307 || code === 2882) return { about: "import", name: name.replace(/^["']|["']$/g, "") };
  return undefined;
}

// Not there, did you mean, needs another library, is only a type.
const missingName = new Set([2304, 2552, 2584, 2693]);
const d3Fetch = new Set("blob buffer csv dsv html image json svg text tsv xml".split(" "));

const ignored = new Set([
  // "Duplicate identifier" of what our ending exports or imports: the doubled name itself is marked already.
  2484, 2323,
]);
