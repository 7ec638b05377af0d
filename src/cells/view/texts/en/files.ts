import type { Values } from "../values";
import { capitalised } from "../forms";
import { count } from "./amounts";

const cells = (v: Values) => count(Number(v.count), { one: "cell", other: "cells" });
const some = (n: string | undefined) => n !== undefined && n !== "0";

export function mergeConflict({ file, line, own, theirs }: Values): string {
  const where = `${file} holds an unresolved merge conflict${line ? ` (from line ${line} on)` : ""}.`;
  if (own && theirs)
    return `${where} Both sides can be read; nothing is opened until you choose, and the file stays as it is.`;
  if (own || theirs) return `${where} Only one side can be read: ${own || theirs}. The file stays as it is.`;
  return `${where} Resolve it in a text editor, then open the file again.`;
}

/** What is to be said of files that are opened and saved. */
export const fileNotices = {
  "has-rows": (v: Values) =>
    `${v.file} brings rows along (${v.tables}). They are not loaded yet, and nothing has run.`,
  "rows-stay": (v: Values) =>
    `Saved without the rows of ${v.tables}: only what came with this file stays in it. To take them along, use Share.`,
  "other-language": (v: Values) =>
    `${cells(v)} in ${v.language ? capitalised(v.language) : "another language"}: shown with what they gave, saved as they are, not run here. Text cells can be edited, and new ones added.`,
  "not-whole": (v: Values) =>
    `Not all of ${v.file} could be read. Save asks for a new place, so that the file stays as it is.`,
  "changed-on-disk": (v: Values) =>
    `${v.file} was changed by another program since it was opened here, so it was not saved over. Choose another name, or the same to replace it.`,
  "not-utf-8": () => "Some signs of the file are damaged; they stand as � here.",
  pieces: (v: Values) =>
    `${cells(v)} could be read, ${v.lost} not; settings and the description of the data may be missing.`,
  "only-pieces": (v: Values) =>
    `This is what could be read of ${v.file}, as a new notebook. The file stays as it is.`,
  "one-side": (v: Values) =>
    `This is ${v.file}, as a new notebook. The file stays as it is; Save asks for a place.`,
  "kit-languages": (v: Values) =>
    `${cells(v)} in languages that Ebb does not run (${v.types}): kept as text, for the way back.`,
  "kit-databases": (v: Values) =>
    `Queries for another database (${v.names}) read the tables loaded here from now on.`,
  "kit-broken": (v: Values) =>
    v.cells
      ? `The file was damaged before it came here: cell ${v.cells} seems to have swallowed what follows it.`
      : "The file was damaged before it came here: text stands outside of its cells, so one of them is cut.",
  "not-kit": (v: Values) =>
    `${v.file} is a web page, but no notebook of Notebook Kit. Nothing of your open notebook was touched.`,
  "sql-deeds": (v: Values) =>
    `${count(Number(v.count), { one: "statement changes", other: "statements change" })} tables (${v.words}). A cell can only ask; they are here as text.`,
  "sql-encoding": () => "The file is not UTF-8 and was read as Windows-1251. Check its letters.",
  "sql-dump": (v: Values) =>
    `${v.file} holds ${count(Number(v.count), { one: "statement", other: "statements" })}: a dump of data rather than queries. Export its tables as CSV and drop them here.`,
  "kit-written": (v: Values) => {
    const left = [
      some(v.results) ? "saved results" : "",
      some(v.attachments) ? "attached images" : "",
    ].filter(Boolean);
    const without = left.length ? ` Without ${left.join(" and ")}: there is no place for them.` : "";
    const ours = some(v.ours) ? " Analyses and inputs are in it as code that only Ebb runs." : "";
    return `“${v.file}” is made for Notebook Kit.${without}${ours}`;
  },
  "kit-refused": (v: Values) => {
    const where = v.place ? `cell ${v.place}` : "the title";
    const why = {
      "script-end": "“</script/” would cut it off there",
      comment: "“<!--” before “<script” would swallow the cells after it",
      "line-end": "a text in its SQL has a line break of another kind, which would change",
      characters: "it holds a sign that no web page can hold",
    }[v.reason ?? ""];
    return `No file was made: ${where} would not come back from it whole${why ? `, because ${why}` : ""}. Change that text, or save as .ipynb.`;
  },
};

export type Blocked = "script" | "frame" | "media" | "form" | "drawing" | "image";

const blocked: Readonly<Record<Blocked, string>> = {
  script: "A script was not run",
  frame: "An embedded page was not loaded",
  media: "A recording was not loaded",
  form: "A form was taken out",
  drawing: "A drawing inside the text was taken out",
  image: "An image was not loaded",
};

export const files = {
  offers: {
    "open-own": "Open my side",
    "open-theirs": "Open the other side",
    "compare-sides": "Compare both",
    "open-pieces": "Open what can be read",
    "load-rows": "Load its rows",
  } as Readonly<Record<string, string>>,
  copies: {
    title: "Save as, compare…",
    as: "Under another name…",
    codeOnly: "Without results (.ipynb)",
    ledgerStays: (n: number) =>
      `The trail of hypotheses goes along (${count(n, { one: "entry", other: "entries" })}), with verdicts as they were told.`,
    bare: "Without results and hypotheses (.ipynb)",
    kit: "For Notebook Kit (.html)",
    kitHint: "There its code runs without Ebb's protection; a double click on the file runs nothing.",
  },
  elsewhere: {
    region: (name: string) => `What ${name} gave elsewhere`,
    from: "Saved by another program; nothing of it runs here.",
    large: (size: string) => `This output has ${size} and is not shown yet.`,
    show: "Show it",
    more: (n: number) => `Show ${count(n, { one: "more output", other: "more outputs" })}`,
    noForm: (types: string) => `Not shown: ${types}.`,
    blocked: (what: Blocked, address: string) => `${blocked[what]}${address ? `: ${address}` : "."}`,
    picture: "Picture",
    errorIn: (name: string) => `It failed there: ${name}`,
  },
};
