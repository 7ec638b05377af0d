import { compiler, type ts } from "./typescript";

/** What a cell's text defines at its top level, values and types alike, without what it exports itself. */
export function namesDefined(text: string): string[] {
  const { ScriptTarget, ScriptKind } = compiler;
  const file = compiler.createSourceFile("cell.ts", text, ScriptTarget.ES2022, false, ScriptKind.TS);
  return [...new Set(file.statements.flatMap(definedBy))];
}

/** Every word in a text that could be a name; more than it reads, as strings and comments count too. */
export function wordsIn(text: string): Set<string> {
  return new Set(text.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu));
}

function definedBy(statement: ts.Statement): string[] {
  if (compiler.canHaveModifiers(statement) && statement.modifiers?.some(isExport)) return [];
  if (compiler.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundBy(name));
  const isNamed =
    compiler.isFunctionDeclaration(statement) ||
    compiler.isClassDeclaration(statement) ||
    compiler.isEnumDeclaration(statement) ||
    compiler.isInterfaceDeclaration(statement) ||
    compiler.isTypeAliasDeclaration(statement);
  return isNamed && statement.name ? nonEmpty(statement.name.text) : [];
}

function isExport({ kind }: ts.ModifierLike): boolean {
  return kind === compiler.SyntaxKind.ExportKeyword;
}

function boundBy(name: ts.BindingName): string[] {
  if (compiler.isIdentifier(name)) return nonEmpty(name.text);
  return name.elements.flatMap((element) =>
    compiler.isOmittedExpression(element) ? [] : boundBy(element.name),
  );
}

/** An unfinished `const =` has a name without letters. */
function nonEmpty(name: string): string[] {
  return name ? [name] : [];
}
