import { fileOf } from "./cell-files";
import type { NotebookService } from "./notebook-service";
import type { Problem, Span } from "./protocol";
import { compiler, type ts } from "./typescript";

/**
 * Plot takes columns by their names as texts, `Plot.dot(orders, { x: "amount" })`, and its types allow any text there.
 * The rows' type says which columns there are: a text that is none of them is a problem, and can be completed.
 */
export interface ColumnText {
  readonly node: ts.StringLiteralLike;
  readonly columns: readonly string[];
  /** A colour may stand here as well as a column. */
  readonly mayBeConstant: boolean;
}

export function columnProblems(notebook: NotebookService, cell: string): Problem[] {
  return columnTexts(notebook, cell)
    .filter(({ node, columns, mayBeConstant }) => !mayBeConstant && !columns.includes(node.text))
    .map(({ node, columns }) => {
      const others = columns.slice(0, 20).join(", ");
      return {
        from: node.getStart(),
        to: node.getEnd(),
        message: `no such column: ${node.text}; there are ${others}`,
        level: "error" as const,
        code: 0,
        known: { about: "column" as const, name: node.text, others },
      };
    });
}

/** The text around the caret that names a column. Behind its closing quote the caret is out of it. */
export function columnTextAt(notebook: NotebookService, cell: string, at: number): ColumnText | undefined {
  return columnTexts(notebook, cell).find(({ node }) => {
    const { from, to } = spanInside(node);
    return from <= at && at <= to;
  });
}

/** Without the quotes; a text that is not closed yet ends with its line. */
export function spanInside(node: ts.StringLiteralLike): Span {
  const from = node.getStart() + 1;
  const text = node.getText();
  const isClosed = text.length > 1 && text.at(-1) === text[0];
  return { from, to: Math.max(from, node.getEnd() - (isClosed ? 1 : 0)) };
}

export function columnTexts(notebook: NotebookService, cell: string): ColumnText[] {
  const program = notebook.service.getProgram();
  const file = program?.getSourceFile(fileOf(cell));
  if (!program || !file || !file.text.includes("Plot.")) return [];
  const checker = program.getTypeChecker();
  const found: ColumnText[] = [];
  const look = (node: ts.Node): void => {
    if (compiler.isCallExpression(node) && isMark(node)) found.push(...textsOf(node, checker));
    compiler.forEachChild(node, look);
  };
  look(file);
  return found;
}

function isMark({ expression, arguments: given }: ts.CallExpression): boolean {
  return (
    compiler.isPropertyAccessExpression(expression) &&
    compiler.isIdentifier(expression.expression) &&
    expression.expression.text === "Plot" &&
    given.length >= 2
  );
}

function textsOf({ arguments: [data, options] }: ts.CallExpression, checker: ts.TypeChecker): ColumnText[] {
  const literals = options ? channelsIn(options) : [];
  if (!data || !literals.length) return [];
  const columns = columnsOf(checker.getTypeAtLocation(data), checker);
  if (!columns) return [];
  return literals.map(({ node, channel }) => ({ node, columns, mayBeConstant: colours.has(channel) }));
}

/** In the options of a mark, or what a transform is given: `Plot.binX({ y: "count" }, { x: "amount" })`. */
function channelsIn(options: ts.Expression): { node: ts.StringLiteralLike; channel: string }[] {
  if (compiler.isCallExpression(options)) {
    const last = options.arguments.at(-1);
    return last && (options.arguments.length > 1 || !isReducing(options)) ? channelsIn(last) : [];
  }
  if (!compiler.isObjectLiteralExpression(options)) return [];
  return options.properties.flatMap((property) => {
    if (!compiler.isPropertyAssignment(property) || !compiler.isIdentifier(property.name)) return [];
    const [channel, node] = [property.name.text, property.initializer];
    return channels.has(channel) && compiler.isStringLiteralLike(node) ? [{ node, channel }] : [];
  });
}

/** `groupX({ y: "count" })` alone: these are reducers, no columns. */
function isReducing({ expression }: ts.CallExpression): boolean {
  return compiler.isPropertyAccessExpression(expression) && /^(group|bin|hexbin)/.test(expression.name.text);
}

/** Columns of the rows in an array or a table; null when they are not all known. */
function columnsOf(data: ts.Type, checker: ts.TypeChecker): string[] | null {
  const row = checker.getIndexTypeOfType(data, compiler.IndexKind.Number) ?? rowOfTable(data, checker);
  if (!row || row.flags & (compiler.TypeFlags.Any | compiler.TypeFlags.Unknown)) return null;
  if (!(row.flags & compiler.TypeFlags.Object) || checker.getIndexInfosOfType(row).length) return null;
  if (row.isClassOrInterface() || checker.isArrayType(row) || checker.isTupleType(row)) return null;
  const names = row.getProperties().map(({ name }) => name);
  return names.length ? names : null;
}

function rowOfTable(data: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  const get = data.symbol?.name === "EbbTable" ? data.getProperty("get") : undefined;
  const [call] = get ? checker.getTypeOfSymbol(get).getCallSignatures() : [];
  return call && checker.getNonNullableType(call.getReturnType());
}

const colours = new Set(["fill", "stroke", "symbol", "text", "title", "href"]);
const channels = new Set([..."x y x1 x2 y1 y2 fx fy z r length rotate".split(" "), ...colours]);
