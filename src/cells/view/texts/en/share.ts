import type { ShareWords } from "../../../model/share";
import { count, number, rows } from "./amounts";

const time = "days?|weeks?|months?|quarters?|years?|hours?|minutes?|seconds?|periods?|steps?|percent|pp";
const month = "jan\\w*|feb\\w*|mar\\w*|apr\\w*|may|june?|july?|aug\\w*|sep\\w*|oct\\w*|nov\\w*|dec\\w*";

const words: ShareWords = {
  few: (k) => `fewer than ${number.format(k)}`,
  withheld: "not shown",
  sentence: (k) =>
    `Not shown: this sentence could tell of a group of fewer than ${number.format(k)} customers.`,
  figure: "Not shown, because it has a mark for a small group",
  customers: "Rows of single customers are left out.",
  notCounts: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?:${time}|${month}) \\d+|\\d+[ \\u00a0-](?:${time}|${month})|1 in \\d+)(?![\\p{L}\\p{N}])`,
    "iu",
  ),
};

/** What leaves with a copy of the notebook, and the report that is written. */
export const share = {
  share: {
    words,
    button: "Share",
    hint: "A copy for others: you see what leaves before it is written",
    title: "Share a copy",
    lead: "You choose what leaves. The notebook itself stays as it is, and the rows of your files never leave.",
    what: "What leaves",
    code: "Code only",
    codeAbout: "Texts, queries, settings and inputs, without any result.",
    results: "With results",
    resultsAbout: "What the cells show now, gone through for small groups.",
    form: "Kind of file",
    forms: {
      ipynb: { name: "Notebook (.ipynb)", about: "Opens in Ebb, JupyterLab and VS Code." },
      html: {
        name: "Report (.html)",
        about: "A page to read and to print, with nothing in it that runs. Code is folded.",
      },
    },
    suppress: "Leave out groups of fewer customers than",
    k: "Smallest group that may be told",
    ledger: (n: number) =>
      `The trail of hypotheses too: ${count(n, { one: "entry", other: "entries" })}, with the verdicts that were told`,
    preview: "Preview",
    slots: "Of the data, only names, columns and sizes leave:",
    slot: (table: string, file: string, n: number, columns: string) =>
      `${table} (${file}, ${rows(n)}): ${columns}`,
    noSlots: "The notebook has no data.",
    leaves: "What leaves of it",
    nothing: "No result",
    cell: "What leaves of this cell",
    choices: { checked: "Checked", whole: "As it is", without: "No result" },
    refused: {
      customers: "Left out: its rows look like single customers.",
      unchecked: "Left out: what code or another program has shown cannot be checked for small groups.",
      error: "Left out: the message of an error may quote a value.",
      small: "Left out: a number in it could count a small group.",
    },
    withheld: {
      rows: (n: number, where: string) => `${rows(n)} without numbers${where && ` in “${where}”`}`,
      customers: (n: number, where: string) =>
        `${rows(n)} of single customers left out${where && ` of “${where}”`}`,
      numbers: (n: number) => `${count(n, { one: "finding", other: "findings" })} left out`,
      sentence: (n: number) => `${count(n, { one: "sentence", other: "sentences" })} left out`,
      figure: (_n: number, where: string) => `figure “${where}” left out`,
      result: () => "the numbers that Ebb reads are left out; tables and texts stay",
      cell: () => "",
    },
    whole: "Nothing is left out here.",
    limits:
      "Rows are left out until no sum that can be found by subtraction is a small group within a table. What two different tables tell together is not checked.",
    size: (bytes: string) => `The file has ${bytes}.`,
    preparing: "Preparing…",
    failed: (message: string) => `The copy could not be made: ${message}`,
    save: "Save the copy",
    saved: "The copy has been written.",
    suffix: { code: "code", results: "shared", html: "report" },
  },
  report: {
    verdict: "Verdict",
    code: "Code",
    figuresLeftOut: "Figures left out",
    data: "Data",
    table: "Table",
    file: "File",
    rows: "Rows",
    hash: "SHA-256 of the file",
    reckoned: (day: string) => `Reckoned on ${day}.`,
    made: (day: string) => `Report made on ${day} with Ebb.`,
    engine: (version: string) => `Engine: DuckDB ${version}.`,
    few: (k: number) =>
      `Groups of fewer than ${number.format(k)} customers are not told in this report, nor what would give them away by subtraction within a table.`,
    picture: "Figure",
    input: "Set to",
    limits: "Limitations",
  },
};
