import { colourCode, drawTasks, frameTables, openLinksOutside, shiftHeadings, type Colour } from "./finish";
import { keepOwnImages } from "./images";
import type { MarkdownViewProps } from "./markdown";
import { sanitise } from "./sanitise";
import { toHtml, withoutAlarms } from "./to-html";

/** Markdown as HTML that is safe on the page: what a stranger wrote is gone through first, what we add comes after. */
export function render(
  { source, isHtml = false, attachments = {}, topLevel = 2, labels }: MarkdownViewProps,
  colour: Colour | null,
): string {
  const content = sanitise(isHtml ? withoutAlarms(source) : toHtml(source), labels.blocked);
  keepOwnImages(content, attachments, labels.imageDropped);
  shiftHeadings(content, topLevel);
  openLinksOutside(content);
  drawTasks(content, labels);
  frameTables(content);
  colourCode(content, colour);
  const page = content.ownerDocument.createElement("div");
  page.append(content);
  return page.innerHTML;
}
