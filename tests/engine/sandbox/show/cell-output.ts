import { afterAll, beforeAll, beforeEach } from "vitest";
import type { OutputPart, TreeNode, TreePart } from "../../../../src/engine";
import type { ShowMessage } from "../../../../src/engine/sandbox/protocol";
import { type DomElement, documentGlobals } from "../../../../src/engine/sandbox/runtime/dom";
import { createShow } from "../../../../src/engine/sandbox/runtime/show";
import { PageCopy } from "./page-copy";

type Literal = ((text: TemplateStringsArray, ...holes: readonly unknown[]) => DomElement) & {
  readonly fragment: Literal;
};

/** Everything sent to the page in this test. */
export const posted: ShowMessage[] = [];
export const show = createShow((message) => posted.push(message));
// Under other names: Prettier rewrites what stands in h`…`.
export const { Plot, md, d3, svg: s } = show.scope;
export const h = show.scope.html as unknown as Literal;
// The browser has one; d3 asks it for touch screens.
const navigator = { maxTouchPoints: 0 };
const names = { ...documentGlobals(show.scope.document), navigator };
const before = Object.keys(names).map(
  (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
);

beforeAll(() => {
  for (const [name, value] of Object.entries(names))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
});
afterAll(() => {
  for (const [name, descriptor] of before)
    if (descriptor) Object.defineProperty(globalThis, name, descriptor);
    else Reflect.deleteProperty(globalThis, name);
});
beforeEach(() => {
  posted.length = 0;
  show.begin("cell", 1, 600);
});

export const parts = () =>
  posted.flatMap((message): OutputPart[] => (message.what === "part" ? [message.part] : []));
export const tree = (at = 0) => parts()[at] as TreePart;

export function shown(value: unknown): OutputPart {
  show.display("cell", value);
  return parts().at(-1)!;
}

export function find(node: TreeNode, test: (node: TreeNode) => boolean): TreeNode | null {
  if (test(node)) return node;
  if ("text" in node) return null;
  for (const child of node.children) {
    const found = find(child, test);
    if (found) return found;
  }
  return null;
}

export const byTag = (root: TreeNode, tag: string) =>
  find(root, (node) => "tag" in node && node.tag === tag)!;

/** What the page shows of a part after everything told so far. */
export function copyOf(part: TreePart): PageCopy {
  const copy = new PageCopy(part.root);
  for (const message of posted)
    if (message.what === "changes" && message.cell === "cell" && message.part === part.part)
      copy.apply(message.changes);
  return copy;
}

export const rows = [
  { a: 1, b: 2, g: "x" },
  { a: 2, b: 3, g: "y" },
  { a: 3, b: 5, g: "x" },
];
