// @vitest-environment jsdom
import { expect, test } from "vitest";
import type { TreeNode } from "../../../../src/engine";
import { attacks } from "./attacks";
import { trespasses } from "./trespasses";

/** As a page without an allow-list would build it. */
function believed(tree: TreeNode): Node {
  if ("text" in tree) return document.createTextNode(tree.text);
  const space = { html: "1999/xhtml", svg: "2000/svg", math: "1998/Math/MathML" }[tree.space];
  const element = document.createElementNS(`http://www.w3.org/${space}`, tree.tag);
  for (const [name, value] of Object.entries(tree.attributes)) element.setAttribute(name, value);
  element.append(...tree.children.map(believed));
  return element;
}

/** Names that no element can have, text that only a parser would misread, and what only costs time. */
const harmlessWhenBuilt =
  /^(a name|an attribute of nothing|a handler (behind|with)|a custom|text that ends|annotation|a huge|a cover by the|namespaces|a background (with e|behind)|a variable|an id|a label)/;

test.each(Object.entries(attacks).filter(([name]) => !harmlessWhenBuilt.test(name)))(
  "is seen: %s",
  (_, root) => {
    const host = document.implementation.createHTMLDocument().createElement("div");
    host.append(host.ownerDocument.importNode(believed(root), true));
    expect(trespasses(host, "output-t-1-")).not.toEqual([]);
  },
);
