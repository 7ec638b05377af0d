import MarkdownIt from "markdown-it";
import { type DomDocument, DomNode } from "../dom";

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false });
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

/** md`…`: Markdown with values in it: a node stays a node, a list of nodes too, everything else is part of the text. */
export function markdownLiteral(document: DomDocument) {
  return (strings: TemplateStringsArray, ...holes: readonly unknown[]): DomNode => {
    const nodes: (readonly DomNode[])[] = [];
    const text = strings.raw.reduce((before, part, i) => {
      const hole = holes[i - 1];
      const list = Array.isArray(hole) ? hole.flat() : [hole];
      if (!list.some((item) => item instanceof DomNode)) return before + plain(hole) + part;
      nodes.push(list.map((item) => (item instanceof DomNode ? item : document.createTextNode(plain(item)))));
      return `${before}${mark}${nodes.length - 1}${mark}${part}`;
    });
    const root = document.createElement("div");
    root.setAttribute("class", "markdown");
    root.innerHTML = markdown.render(withoutMargin(text));
    if (nodes.length) putIn(root, nodes, document);
    return root;
  };
}

// A sign that no text has, around the number of the hole.
const mark = "\ue000";

function plain(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}

function putIn(node: DomNode, nodes: readonly (readonly DomNode[])[], document: DomDocument): void {
  for (const child of [...node.childNodes]) {
    const text = child.nodeValue;
    if (text === null) putIn(child, nodes, document);
    else if (text.includes(mark)) {
      const parts = text.split(mark);
      child.replaceWith(
        ...parts.flatMap((part, i) =>
          i % 2 ? (nodes[Number(part)] ?? []) : part ? [document.createTextNode(part)] : [],
        ),
      );
    }
  }
}

/** Text that is indented with its code is not a block of code. */
function withoutMargin(text: string): string {
  const lines = text.split("\n");
  const margins = lines
    .slice(1)
    .filter((line) => line.trim())
    .map((line) => /^ */.exec(line)![0].length);
  const margin = margins.length ? Math.min(...margins) : 0;
  return lines
    .map((line, i) => (i ? line.slice(Math.min(margin, /^ */.exec(line)![0].length)) : line))
    .join("\n");
}
