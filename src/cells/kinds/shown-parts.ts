import type { FigureFacts, OutputPart, TreeNode } from "../../engine";
import { allowedName, mostDepth } from "./allowed-tree";
import { inspectedText } from "./inspected-text";

export { svgTextOf } from "./svg-text";

const longest = 20_000;
const blocks =
  /^(?:address|article|aside|blockquote|br|caption|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|ol|p|pre|section|table|tr|ul)$/;

/** A part in plain text, for programs that show nothing else. In English, as the words of a file are. */
export function plainTextOf(part: OutputPart): string {
  return textOf(part).slice(0, longest);
}

function textOf(part: OutputPart): string {
  switch (part.kind) {
    case "tree":
      return part.figure ? figureText(part.figure) : treeText(part.root);
    case "table": {
      const columns = part.columns.map(({ name, type }) => `${name} ${type}`).join(", ");
      return `Table of ${part.rowCount} ${part.rowCount === 1 ? "row" : "rows"}: ${columns}`;
    }
    case "value":
      return inspectedText(part.value);
    case "console": {
      const said = part.values
        .map((value) => (value.type === "string" ? value.text : inspectedText(value)))
        .join(" ");
      return part.level === "log" || part.level === "info" ? said : `${part.level}: ${said}`;
    }
  }
}

function figureText({ title, subtitle, caption, description, marks, axes }: FigureFacts): string {
  const drawn = marks.map(({ kind, count }) => `${kind} (${count})`).join(", ");
  const along = axes.map(({ scale, label, domain, isOrdinal }) => {
    const extent = isOrdinal ? domain.join(", ") : [domain[0], domain.at(-1)].join(" to ");
    return `${scale}${label ? ` (${label})` : ""}: ${extent}`;
  });
  const words = description || [`Chart: ${drawn || "no marks"}`, ...along].join("; ");
  return [title, subtitle, words, caption].filter(Boolean).join("\n");
}

function treeText(root: TreeNode): string {
  const pieces: string[] = [];
  const read = (node: TreeNode, depth: number): void => {
    if ("text" in node) return void pieces.push(node.text.replace(/\s+/g, " "));
    const name = depth < mostDepth ? allowedName(node) : null;
    if (!name) return;
    const isBlock = blocks.test(name.tag);
    if (isBlock) pieces.push("\n");
    for (const child of node.children) read(child, depth + 1);
    if (name.tag === "td" || name.tag === "th") pieces.push("\t");
    if (isBlock) pieces.push("\n");
  };
  read(root, 0);
  return pieces
    .join("")
    .replace(/[ \t]*\n\s*/g, "\n")
    .trim();
}
