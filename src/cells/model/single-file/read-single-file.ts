import { ReadError } from "../read-error";
import { blockType, type PackedFile, type PackedProgram, type PackedTable } from "./single-file";

/** The mark by which such a page is told from others before it is parsed. */
export function isSingleFile(html: string): boolean {
  return html.includes(`type="${blockType.notebook}" data-ebb="notebook"`);
}

/** Parsed into a document without a window: nothing in it runs, nothing is loaded. Throws `ReadError`. */
export function readSingleFile(html: string): { notebook: string; data: readonly PackedTable[] } {
  return partsIn(new DOMParser().parseFromString(html, "text/html"));
}

/** The notebook's text and the files of its tables. Throws `ReadError` where there is no notebook. */
export function partsIn(document: Document): { notebook: string; data: readonly PackedTable[] } {
  const notebook = blockOf(document, "notebook");
  if (notebook === null)
    throw new ReadError("not-a-notebook", "not a notebook: html", { values: { looksLike: "html" } });
  const data = [...blocksOf(document, "data")].map((element): PackedTable => ({
    ...packedIn(element),
    table: element.getAttribute("data-table") ?? "",
  }));
  return { notebook, data: data.filter(({ table, name }) => table !== "" && name !== "") };
}

/** The program of a page that runs from its own file. */
export function programIn(document: Document): PackedProgram {
  const start = [...document.querySelectorAll("script:not([type])")].at(-1)?.textContent;
  const frame = blockOf(document, "frame");
  const manifest = blockOf(document, "manifest");
  if (!start || frame === null || manifest === null) throw new Error("this page does not carry its program");
  const files = [...blocksOf(document, "file")].map(packedIn);
  return { start, frame: JSON.parse(frame) as string, manifest, files };
}

function packedIn(element: Element): PackedFile {
  return { name: element.getAttribute("data-name") ?? "", packed: element.textContent };
}

function blocksOf(document: Document, part: string): NodeListOf<Element> {
  return document.querySelectorAll(`script[data-ebb="${part}"]`);
}

function blockOf(document: Document, part: string): string | null {
  return document.querySelector(`script[data-ebb="${part}"]`)?.textContent ?? null;
}
