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
    lead: "You choose what leaves. The notebook itself stays as it is. Rows of your files leave only if you tick them.",
    what: "What leaves",
    code: "Code only",
    codeAbout: "Texts, queries, settings and inputs, without any result.",
    data: "With results and data",
    dataAbout: "Rows of the tables you tick, so that others can run everything anew.",
    onlyLive: "Rows leave only in a notebook that runs by itself.",
    results: "With results",
    resultsAbout: "What the cells show now, gone through for small groups.",
    form: "Kind of file",
    forms: {
      ipynb: { name: "Notebook (.ipynb)", about: "Opens in Ebb, JupyterLab and VS Code." },
      html: {
        name: "Report (.html)",
        about: "A page to read and to print, with nothing in it that runs. Code is folded.",
      },
      live: {
        name: "Notebook that runs by itself (.html)",
        about:
          "One file with Ebb itself inside, about 20 MB. A double click opens it in Chrome, Edge or Firefox, without a network. Nothing runs before it is asked to.",
      },
    },
    suppress: "Leave out groups of fewer customers than",
    k: "Smallest group that may be told",
    ledger: (n: number) =>
      `The trail of hypotheses too: ${count(n, { one: "entry", other: "entries" })}, with the verdicts that were told`,
    tables: "Tables whose rows leave",
    tableRows: (table: string, n: number) => `${table}: ${rows(n)}`,
    noTables: "No table is loaded, so there are no rows to take along.",
    noneTicked: "Tick a table whose rows are to leave.",
    wholeRows:
      "Every row of these columns leaves as it is, single customers too: nothing is left out as a small group.",
    columnsOf: (_table: string, n: number, all: number) =>
      n === all
        ? `All ${count(all, { one: "column", other: "columns" })}`
        : `${number.format(n)} of ${count(all, { one: "column", other: "columns" })}`,
    columnsLeave: (table: string) => `Columns of ${table} that leave`,
    role: "has a role",
    firstRows: (table: string) => `First rows of ${table}, as they leave`,
    packing: "Packing the program and the rows…",
    opening: "Opening the notebook…",
    tooOld:
      "This file is a notebook that runs by itself. It needs JavaScript and a browser no older than 2023, and could not start here.",
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
      columns: (n: number, where: string) =>
        `${count(n, { one: "column", other: "columns" })} of numbers left out${where && ` in “${where}”`}: two of their rows would tell of the customers in between`,
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
    suffix: { code: "code", results: "shared", html: "report", live: "live" },
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
