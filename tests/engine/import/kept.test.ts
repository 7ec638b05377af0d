import { expect, onTestFinished, test, vi } from "vitest";
import type { ImportPlan } from "../../../src/engine";
import { peeksHere } from "../../../src/engine/import/peek";
import { zipOf } from "./written-zip";

const rows = Array.from({ length: 300 }, (_, i) => `C${i},0${(i % 9) + 1}.02.2024,${i}`).join("\n");
const csv = `customer,day,amount\n${rows}\n`;

const cells = (line: number, texts: readonly string[]) =>
  `<row r="${line}">${texts.map((_, i) => `<c t="s"><v>${(line - 1) * 3 + i}</v></c>`).join("")}</row>`;
const lines = csv
  .trim()
  .split("\n")
  .map((line) => line.split(","));
const workbook = () =>
  zipOf({
    "xl/workbook.xml": `<workbook><sheets><sheet name="Log" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/sharedStrings.xml": `<sst>${lines.flatMap((line) => line.map((text) => `<si><t>${text}</t></si>`)).join("")}</sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${lines.map((line, i) => cells(i + 1, line)).join("")}</sheetData></worksheet>`,
  });

const renamed = (plan: ImportPlan): ImportPlan => ({
  ...plan,
  columns: plan.columns.map((column, i) => (i ? column : { ...column, name: "client", isChosen: true })),
});

const textsOf = ({ parts }: Awaited<ReturnType<typeof peeksHere.peek>>) =>
  parts.map((part) => (part.form === "text" ? new TextDecoder().decode(part.content) : part.form));

/** A look that has never met the file. */
const anew = (content: BlobPart, name: string, plan: ImportPlan) =>
  peeksHere.peek(new File([content], name), { plan, isExact: true }, 100);

test.each([
  ["t.csv", (): BlobPart => csv, 3],
  // The rows of the sheet, where they begin and what is in them.
  ["t.xlsx", workbook, 5],
])("a look at %s after another column name opens and guesses nothing again", async (name, content, reads) => {
  onTestFinished(() => {
    peeksHere.close();
    vi.restoreAllMocks();
  });
  const bytes = await content();
  const file = new File([bytes], name);
  const { sniffed } = await peeksHere.peek(file, undefined, 100);
  await peeksHere.peek(file, { plan: sniffed.plan, isExact: true }, 100);
  const plan = renamed(sniffed.plan);
  const fresh = await anew(bytes, name, plan);
  await peeksHere.peek(file, { plan: sniffed.plan, isExact: true }, 100);
  const streamed = vi.spyOn(file, "stream");
  const sliced = vi.spyOn(file, "slice");
  const second = await peeksHere.peek(file, { plan, isExact: true }, 100);
  expect(streamed).not.toHaveBeenCalled();
  // That it is no set of files, and twice that it is still there.
  expect(sliced).toHaveBeenCalledTimes(reads);
  expect(second.sniffed).toEqual(fresh.sniffed);
  expect(second.lines).toEqual(fresh.lines);
  expect(textsOf(second)).toEqual(textsOf(fresh));
});

test("what was kept of a file is not shown once the file cannot be read any more", async () => {
  onTestFinished(() => {
    peeksHere.close();
    vi.restoreAllMocks();
  });
  const file = new File([csv], "t.csv");
  const { sniffed } = await peeksHere.peek(file, undefined, 100);
  vi.spyOn(file, "slice").mockImplementation(() => {
    throw new DOMException("changed on disk", "NotReadableError");
  });
  await expect(peeksHere.peek(file, { plan: sniffed.plan, isExact: true }, 100)).rejects.toThrow(
    "changed on disk",
  );
});
