import type { CodeLanguage, ColouredPiece } from "../editor";
import type { MarkdownLabels } from "./markdown";

export type Colour = (text: string, language: CodeLanguage) => readonly (readonly ColouredPiece[])[];

/** The page has the only h1: `#` becomes `topLevel`, the others move along. */
export function shiftHeadings(content: DocumentFragment, topLevel: number): void {
  for (const heading of content.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const level = Math.min(6, Number(heading.tagName[1]) + topLevel - 1);
    rename(heading, `h${level}`);
  }
}

/** A link is followed by a click only, in a page of its own that does not learn where it came from. */
export function openLinksOutside(content: DocumentFragment): void {
  for (const link of content.querySelectorAll("a[href]")) {
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noopener noreferrer");
  }
}

/** `- [x] done` */
export function drawTasks(content: DocumentFragment, labels: MarkdownLabels): void {
  for (const item of content.querySelectorAll("li")) {
    const first =
      item.firstElementChild?.tagName === "P" ? item.firstElementChild.firstChild : item.firstChild;
    const mark = /^\s*\[([ xX])\]\s+/.exec(first?.nodeType === Node.TEXT_NODE ? first.textContent! : "");
    if (!mark) continue;
    const box = content.ownerDocument.createElement("input");
    const isDone = mark[1] !== " ";
    box.setAttribute("type", "checkbox");
    box.setAttribute("disabled", "");
    box.setAttribute("aria-label", isDone ? labels.done : labels.open);
    if (isDone) box.setAttribute("checked", "");
    first!.textContent = first!.textContent!.slice(mark[0].length);
    first!.parentNode!.insertBefore(box, first);
    item.className = "markdown-task";
  }
}

/** Wide tables scroll in a box that the keyboard reaches. */
export function frameTables(content: DocumentFragment): void {
  for (const table of content.querySelectorAll("table")) {
    const frame = content.ownerDocument.createElement("div");
    frame.className = "markdown-wide";
    frame.tabIndex = 0;
    table.replaceWith(frame);
    frame.append(table);
  }
}

export function colourCode(content: DocumentFragment, colour: Colour | null): void {
  for (const code of content.querySelectorAll("pre > code")) {
    const language = codeLanguage(/^language-(.+)$/.exec(code.className)?.[1] ?? "");
    code.removeAttribute("class");
    code.parentElement!.tabIndex = 0;
    if (!language || !colour) continue;
    const text = code.textContent!.replace(/\n$/, "");
    const lines = colour(text, language).map((line) => line.map((piece) => colouredPiece(content, piece)));
    code.replaceChildren(...lines.flatMap((line, i) => (i ? ["\n", ...line] : line)));
  }
}

export function codeLanguage(name: string): CodeLanguage | null {
  if (/^(sql|duckdb|postgres(ql)?|sqlite)$/i.test(name)) return "sql";
  if (/^(ts|tsx|typescript|js|jsx|javascript|json)$/i.test(name)) return "typescript";
  return /^(md|markdown)$/i.test(name) ? "markdown" : null;
}

function colouredPiece(content: DocumentFragment, { text, role }: ColouredPiece): Node | string {
  if (!role) return text;
  const span = content.ownerDocument.createElement("span");
  span.className = `editor-${role}`;
  span.textContent = text;
  return span;
}

function rename(element: Element, tag: string): void {
  const renamed = element.ownerDocument.createElement(tag);
  for (const { name, value } of element.attributes) renamed.setAttribute(name, value);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}
