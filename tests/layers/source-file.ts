import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import ts from "typescript";

/** One file of the project: its path from the root with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface Import {
  /** A path from the root for our own files (without ending), the package's name and path for others. */
  readonly target: string;
  readonly isOwn: boolean;
  /** Leaves nothing in the built page. */
  readonly isTypeOnly: boolean;
}

/** What people wrote; not what other tests, which may run beside, build and throw away. */
export function readFiles(root: string, folder: string): SourceFile[] {
  return pathsIn(root, folder)
    .filter((path) => /\.(ts|tsx|mjs|js|css|html)$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

const generated = /(^|\/)(node_modules|\.results)$|^tests\/bench\/(data|dist)$/;

function pathsIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return generated.test(path) ? [] : pathsIn(root, path);
    return entry.isFile() ? [path] : [];
  });
}

/** Every import, export from, `import()`, `import("x").T` and `new URL("x", import.meta.url)` of a file. */
export function importsOf(file: SourceFile): Import[] {
  if (!/\.(ts|tsx|mjs|js)$/.test(file.path)) return [];
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, isTypeOnly: boolean): void => {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push(resolve(file, specifier.text, isTypeOnly));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    else if (ts.isNewExpression(node) && node.expression.getText() === "URL" && node.arguments?.length === 2)
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(parsed(file));
  return found;
}

/** The text with its comments blanked out: what is left is code and what a person may read on the page. */
export function withoutComments(file: SourceFile): string {
  if (!/\.(ts|tsx|mjs|js)$/.test(file.path)) {
    return file.text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, "");
  }
  const comments: ts.CommentRange[] = [];
  const visit = (node: ts.Node): void => {
    // Text between JSX tags has no comments; `//` there is text.
    if (node.kind === ts.SyntaxKind.JsxText) return;
    comments.push(...(ts.getLeadingCommentRanges(file.text, node.getFullStart()) ?? []));
    comments.push(...(ts.getTrailingCommentRanges(file.text, node.getEnd()) ?? []));
    for (const child of node.getChildren()) visit(child);
  };
  visit(parsed(file));
  const units = file.text.split("");
  for (const { pos, end } of comments) units.fill(" ", pos, end);
  return units.join("");
}

function parsed(file: SourceFile): ts.SourceFile {
  return ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
}

function isTypeImport({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = importClause;
  return (
    !name &&
    !!namedBindings &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.length > 0 &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  );
}

function resolve(file: SourceFile, specifier: string, isTypeOnly: boolean): Import {
  const bare = specifier.replace(/[?#].*$/, "");
  if (!bare.startsWith(".")) return { target: bare, isOwn: false, isTypeOnly };
  const path = posix.normalize(posix.join(dirname(file.path).replaceAll("\\", "/"), bare));
  return { target: path.replace(/\.(ts|tsx|js|mjs)$/, ""), isOwn: true, isTypeOnly };
}
