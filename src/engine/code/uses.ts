import type { AnyNode, Class, Function as FunctionNode, Identifier, Program } from "acorn";
import { childrenOf } from "./walk";

/** The names of a program: what its top level declares, and every use of a name with the places where it may be declared. */
export interface Names {
  /** In the order of the text; `var` out of blocks belongs to it. */
  readonly top: readonly string[];
  /** Uses that nothing in the program declares, in the order of the text. */
  readonly free: readonly Use[];
}

export interface Use {
  readonly node: Identifier;
  readonly isWrite: boolean;
}

/** What is between two braces. `var` goes to the nearest one that is a function's, everything else stays. */
interface Scope {
  readonly names: Set<string>;
  readonly outer: Scope | null;
  readonly takesVar: boolean;
}

interface UseInScope extends Use {
  readonly scope: Scope;
}

export function readNames(program: Program): Names {
  const top = scopeIn(null, true);
  const uses: UseInScope[] = [];
  // Declarations reach back to the start of their scope: who declares what is asked only when all are known.
  for (const statement of program.body) visit(statement, top, uses);
  const free = uses.filter(({ node, scope }) => !isDeclared(node.name, scope));
  return { top: [...top.names], free: free.sort((a, b) => a.node.start - b.node.start) };
}

function visit(node: AnyNode, scope: Scope, uses: UseInScope[]): void {
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- most kinds of node take the default
  switch (node.type) {
    case "Identifier":
      uses.push({ node, isWrite: false, scope });
      return;
    case "VariableDeclaration":
      for (const { id, init } of node.declarations) {
        declare(id, node.kind === "var" ? scopeOfVar(scope) : scope, scope, uses);
        if (init) visit(init, scope, uses);
      }
      return;
    case "FunctionDeclaration":
      if (node.id) scope.names.add(node.id.name);
      return visitFunction(node, scope, uses);
    case "FunctionExpression":
      return visitFunction(node, node.id ? scopeIn(scope, false, node.id.name) : scope, uses);
    case "ArrowFunctionExpression":
      return visitFunction(node, scope, uses);
    case "ClassDeclaration":
      if (node.id) scope.names.add(node.id.name);
      return visitClass(node, scope, uses);
    case "ClassExpression":
      return visitClass(node, node.id ? scopeIn(scope, false, node.id.name) : scope, uses);
    case "PropertyDefinition":
    case "MethodDefinition":
    case "Property":
      if (node.computed) visit(node.key, scope, uses);
      if (node.value)
        visit(node.value, node.type === "PropertyDefinition" ? scopeIn(scope, true) : scope, uses);
      return;
    case "StaticBlock":
      return visitAll(node.body, scopeIn(scope, true), uses);
    case "MemberExpression":
      visit(node.object, scope, uses);
      if (node.computed) visit(node.property, scope, uses);
      return;
    case "AssignmentExpression":
      assign(node.left, scope, uses);
      return visit(node.right, scope, uses);
    case "UpdateExpression":
      return assign(node.argument, scope, uses);
    case "ForInStatement":
    case "ForOfStatement": {
      const inside = scopeIn(scope, false);
      if (node.left.type === "VariableDeclaration") visit(node.left, inside, uses);
      else assign(node.left, inside, uses);
      return visitAll([node.right, node.body], inside, uses);
    }
    case "CatchClause": {
      const inside = scopeIn(scope, false);
      if (node.param) declare(node.param, inside, inside, uses);
      return visit(node.body, inside, uses);
    }
    case "BlockStatement":
    case "ForStatement":
      return visitAll(childrenOf(node), scopeIn(scope, false), uses);
    case "SwitchStatement":
      visit(node.discriminant, scope, uses);
      return visitAll(node.cases, scopeIn(scope, false), uses);
    case "LabeledStatement":
      return visit(node.body, scope, uses);
    case "BreakStatement":
    case "ContinueStatement":
    case "MetaProperty":
      return;
    default:
      // All the others hold expressions and statements only.
      visitAll(childrenOf(node), scope, uses);
  }
}

function visitAll(nodes: readonly AnyNode[], scope: Scope, uses: UseInScope[]): void {
  for (const node of nodes) visit(node, scope, uses);
}

/** Two scopes: a default value does not see what the body declares. */
function visitFunction(node: FunctionNode, outer: Scope, uses: UseInScope[]): void {
  const params = scopeIn(outer, true);
  for (const param of node.params) declare(param, params, params, uses);
  if (node.body.type === "BlockStatement") visitAll(node.body.body, scopeIn(params, true), uses);
  else visit(node.body, params, uses);
}

function visitClass(node: Class, scope: Scope, uses: UseInScope[]): void {
  if (node.superClass) visit(node.superClass, scope, uses);
  visitAll(node.body.body, scope, uses);
}

/** The names in a pattern; values in it (defaults, computed keys) are expressions in `scope`. */
function declare(pattern: AnyNode, into: Scope, scope: Scope, uses: UseInScope[]): void {
  for (const part of partsOf(pattern)) {
    if (part.isValue) visit(part.node, scope, uses);
    else if (part.node.type === "Identifier") into.names.add(part.node.name);
  }
}

/** The same pattern on the left of `=`: names are written to, and `a.b` is an expression like any other. */
function assign(pattern: AnyNode, scope: Scope, uses: UseInScope[]): void {
  for (const { node, isValue } of partsOf(pattern)) {
    if (!isValue && node.type === "Identifier") uses.push({ node, isWrite: true, scope });
    else visit(node, scope, uses);
  }
}

interface Part {
  readonly node: AnyNode;
  readonly isValue: boolean;
}

function partsOf(pattern: AnyNode): Part[] {
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- most kinds of node take the default
  switch (pattern.type) {
    case "ObjectPattern":
      return pattern.properties.flatMap(partsOf);
    case "Property":
      return [...(pattern.computed ? [{ node: pattern.key, isValue: true }] : []), ...partsOf(pattern.value)];
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element ? partsOf(element) : []));
    case "AssignmentPattern":
      return [...partsOf(pattern.left), { node: pattern.right, isValue: true }];
    case "RestElement":
      return partsOf(pattern.argument);
    case "ParenthesizedExpression":
      return partsOf(pattern.expression);
    default:
      return [{ node: pattern, isValue: false }];
  }
}

function scopeIn(outer: Scope | null, takesVar: boolean, ...names: string[]): Scope {
  return { names: new Set(names), outer, takesVar };
}

function scopeOfVar(scope: Scope): Scope {
  return scope.takesVar || !scope.outer ? scope : scopeOfVar(scope.outer);
}

function isDeclared(name: string, scope: Scope | null): boolean {
  for (let at = scope; at; at = at.outer) if (at.names.has(name)) return true;
  return false;
}
