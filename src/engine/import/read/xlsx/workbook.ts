import { EngineError } from "../../../engine-error";
import { foundOut } from "../kept";
import { type Source, unpacked } from "../source";
import { packedBytes, zipEntries, type ZipEntry } from "../zip";
import { builtInFormat, type Shown, shownBy } from "./number-format";
import { attribute, plainText, tagsOf } from "./xml";

export interface Sheet {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly is1904: boolean;
  /** How the numbers of a cell's style are shown. */
  readonly styles: readonly Shown[];
  /** Texts that cells refer to by their number. */
  texts(): Promise<readonly string[]>;
  open(path: string): Promise<{ readonly stream: ReadableStream<Uint8Array>; readonly bytes: number }>;
}

const workbooks = foundOut<Source, Promise<Workbook>>(1);

/** The workbook in a source, whose parts and texts are read once however often it is asked for. */
export function workbookIn(source: Source): Promise<Workbook> {
  return workbooks(source, "", async () => openWorkbook(await unpacked(source)));
}

/** The parts of a workbook in Office Open XML (ECMA-376), read from the archive as they are needed. */
async function openWorkbook(file: Blob): Promise<Workbook> {
  const entries = new Map((await zipEntries(file)).map((entry) => [entry.name.toLowerCase(), entry]));
  const open = async (path: string) => {
    const entry = entries.get(path.replace(/^\//, "").toLowerCase());
    if (!entry) throw new EngineError("unreadable-file", `unreadable workbook: ${path} is missing`);
    return { stream: await unpackedStream(file, entry), bytes: entry.bytes };
  };
  const openIfThere = async (path: string) =>
    entries.has(path.toLowerCase()) ? (await open(path)).stream : null;
  const targets = await readTargets(await openIfThere("xl/_rels/workbook.xml.rels"));
  const { sheets, is1904 } = await readSheets((await open("xl/workbook.xml")).stream, targets);
  let texts: Promise<readonly string[]> | undefined;
  return {
    sheets: sheets.filter(({ path }) => entries.has(path.toLowerCase())),
    is1904,
    styles: await readStyles(await openIfThere("xl/styles.xml")),
    texts: () => (texts ??= openIfThere("xl/sharedstrings.xml").then(readTexts)),
    open,
  };
}

async function unpackedStream(file: Blob, entry: ZipEntry): Promise<ReadableStream<Uint8Array>> {
  const packed = (await packedBytes(file, entry)).stream();
  return entry.method === 0 ? packed : packed.pipeThrough(new DecompressionStream("deflate-raw"));
}

async function readTargets(stream: ReadableStream<Uint8Array> | null): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  for await (const tags of stream ? tagsOf(stream) : []) {
    for (const { name, attributes } of tags) {
      const [id, target] = [attribute(attributes, "Id"), attribute(attributes, "Target")];
      if (name === "Relationship" && id && target) targets.set(id, target);
    }
  }
  return targets;
}

async function readSheets(stream: ReadableStream<Uint8Array>, targets: ReadonlyMap<string, string>) {
  const sheets: Sheet[] = [];
  let is1904 = false;
  for await (const tags of tagsOf(stream)) {
    for (const { name, attributes } of tags) {
      if (name === "workbookPr") is1904 = /^(1|true)$/.test(attribute(attributes, "date1904") ?? "");
      if (name !== "sheet") continue;
      const target =
        targets.get(attribute(attributes, "(?:\\w+:)?id") ?? "") ??
        `worksheets/sheet${sheets.length + 1}.xml`;
      sheets.push({
        name: attribute(attributes, "name") ?? "",
        path: target.startsWith("/") ? target.slice(1) : `xl/${target}`,
        isHidden: /hidden/i.test(attribute(attributes, "state") ?? ""),
      });
    }
  }
  return { sheets, is1904 };
}

async function readStyles(stream: ReadableStream<Uint8Array> | null): Promise<readonly Shown[]> {
  const codes = new Map<number, Shown>();
  const styles: Shown[] = [];
  let isInCells = false;
  for await (const tags of stream ? tagsOf(stream) : []) {
    for (const { name, attributes } of tags) {
      const id = Number(attribute(attributes, "numFmtId") ?? 0);
      if (name === "numFmt") codes.set(id, shownBy(attribute(attributes, "formatCode") ?? ""));
      if (name === "cellXfs" || name === "/cellXfs") isInCells = name === "cellXfs";
      if (name === "xf" && isInCells) styles.push(codes.get(id) ?? builtInFormat(id));
    }
  }
  return styles;
}

/** Runs of one text in several scripts or colours are put together; how to pronounce it is left out. */
async function readTexts(stream: ReadableStream<Uint8Array> | null): Promise<readonly string[]> {
  const texts: string[] = [];
  let [text, isSpoken] = ["", false];
  for await (const tags of stream ? tagsOf(stream) : []) {
    for (const { name, textAfter, isEmpty } of tags) {
      if (name === "si") text = "";
      if (name === "rPh" || name === "/rPh") isSpoken = name === "rPh";
      if (name === "t" && !isSpoken && !isEmpty) text += textAfter;
      if (name === "/si" || (name === "si" && isEmpty)) texts.push(plainText(text));
    }
  }
  return texts;
}
