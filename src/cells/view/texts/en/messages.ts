import type { Values } from "../values";
import { anyOf, size } from "./amounts";
import { fileNotices, mergeConflict } from "./files";
import { noTable } from "./no-table";

export const messages = {
  errors: {
    hint: {
      sql: (v: Values) =>
        v.candidates ? `Did you mean ${anyOf(v.candidates)}?` : "The place is marked in the code.",
      stopped: () => "Run the cell again when you like.",
      "out-of-memory": () =>
        "The data stays loaded. Ask for fewer rows or columns, or remove a table that is no longer needed.",
      "not-a-query": () =>
        "A cell is one query that gives rows, e.g. “select * from events”. Give the cell a name and other cells can read it; loaded tables cannot be changed from a cell.",
      "empty-file": () => "The file has no content. Export it again and check its size.",
      "no-rows": () => "There is a header but no row under it. Check the filter of the export.",
      "not-a-table": noTable.hint,
      "unreadable-file": () => "Choose the file again; it may have been moved or changed while it was read.",
      "missing-table": (v: Values) =>
        v.candidates ? `Did you mean ${anyOf(v.candidates)}?` : "Load a file, or name a cell like this.",
      "missing-data": (v: Values) =>
        `Drop ${v.file || "the file"} on the page or choose it in the data panel.`,
      "missing-column": (v: Values) =>
        v.param
          ? "Choose another one in the sentence above."
          : "Choose another column in the data panel, or correct the name.",
      "missing-param": () => "Choose it in the sentence above.",
      "duplicate-name": (v: Values) =>
        v.cells ? `Give one of them another name: ${v.cells}.` : "Give one of them another name.",
      circle: (v: Values) =>
        `${v.cells ? `Each of these reads the next: ${v.cells}. ` : ""}Let one of them read something else.`,
      restarted: () => "The engine was started again and is reading your files. Run the cell again.",
      "no-engine": () => "Reload the page. If it happens again, the browser may be too old for WebAssembly.",
      storage: () => "Ebb goes on without keeping a copy. Save the notebook as a file.",
      "input-name": (v: Values) =>
        v.problem === "in-scope"
          ? "Every TypeScript cell has something of this name already. Choose another name."
          : v.problem === "code-word" || v.problem === "reserved-word"
            ? "TypeScript or SQL uses this word itself. Choose another name."
            : "Use letters, digits and _, beginning with a letter.",
      "input-settings": (v: Values) =>
        v.problem === "no-step"
          ? "Open its settings: the step must be more than 0."
          : "Open its settings: the beginning must not lie above the end.",
      "unknown-analysis": () => "This file was made by a newer version of Ebb. The cell is kept as it is.",
      "no-table": () => "Choose a table in the sentence above, or drop a file.",
      "missing-role": (v: Values) =>
        `Say in the data panel which column of ${v.table || "the table"} this is.`,
      "wrong-type": (v: Values) =>
        v.param
          ? "Choose another one in the sentence above."
          : "Choose another column for this role in the data panel.",
      "not-json": () =>
        "The file is cut off or was changed by hand. Nothing of your open notebook was touched.",
      "not-a-notebook": () => "Choose an .ipynb file, or drop a CSV file to load data.",
      "merge-conflict": () => "Choose a side, or resolve the conflict in a text editor.",
      code: (v: Values) =>
        v.candidates ? `Did you mean ${anyOf(v.candidates)}?` : "The line is marked in the code.",
      "code-syntax": () => "The place is marked in the code.",
      "code-import": () =>
        "Nothing can be fetched from elsewhere. In scope are Plot, d3, sql`…`, table(…), html`…`, svg`…`, md`…`, analyse(…), display, view, invalidation, width, random.",
      "code-export": () =>
        "Top-level names are shared with the other cells as they are: leave “export” away.",
      "code-reserved-name": () => "Every cell has something of this name already. Choose another name.",
      "code-assigns-foreign": () =>
        "A cell can only change what it defines itself. Define a new name from the old value, or change the cell that owns it.",
      "code-double-name": () => "Give one of the two another name.",
      "not-a-value": () => "A value here is a number, a text, a date, true or false, or a list of them.",
      "not-rows": () => "SQL reads arrays of plain objects, tables, and objects of columns.",
      "too-many-rows": () =>
        "Count or filter in SQL first and read the smaller result; code takes up to five million rows.",
      unexpected: () => "This should not happen. Your notebook and data are untouched.",
    } as Readonly<Record<string, (values: Values) => string>>,
    /** Nothing where a value is missing: then the error is shown in its own words. */
    says: {
      "duplicate-name": (v: Values) => v.name && `The name “${v.name}” is given twice`,
      circle: () => "These cells read each other in a circle",
      "missing-table": (v: Values) => v.name && `There is no table or cell named “${v.name}”`,
      "missing-data": (v: Values) => v.table && `The data of “${v.table}” is not loaded`,
      "missing-role": (v: Values) => v.roleLabels && `Which column is it: ${v.roleLabels}?`,
      "no-table": () => "Which table is it about?",
      "missing-param": (v: Values) => v.paramLabel && `Nothing is chosen yet: ${v.paramLabel}`,
      "missing-column": (v: Values) => v.column && v.table && `${v.table} has no column “${v.column}” now`,
      "wrong-type": (v: Values) =>
        v.column && `The column “${v.column}” cannot be used as: ${v.paramLabel || v.roleLabels}`,
      "input-name": (v: Values) => v.name && `“${v.name}” cannot be the name of an input`,
      "input-settings": () => "The settings of this input contradict each other",
      "unknown-analysis": (v: Values) => v.name && `This version does not know the analysis “${v.name}”`,
      "code-import": (v: Values) => v.module && `“${v.module}” cannot be imported`,
      "code-export": () => "A cell exports nothing",
      "code-reserved-name": (v: Values) => v.name && `“${v.name}” is taken`,
      "code-assigns-foreign": (v: Values) => v.name && `“${v.name}” belongs to another cell`,
      "code-double-name": (v: Values) => v.name && `“${v.name}” is defined twice in this cell`,
      work: () => "The arithmetic of this analysis broke off",
      stopped: () => "Stopped",
      blocked: () => "Waiting",
      "empty-file": () => "The file is empty",
      "no-rows": () => "The file has a header but no rows",
      "not-a-table": noTable.title,
      "out-of-memory": () => "The memory of the page is full",
      restarted: () => "The engine had to be started again",
      "no-engine": () => "The engine could not be started",
    } as Readonly<Record<string, (values: Values) => string | undefined>>,
  },
  notices: {
    "open-failed": (v: Values) => `${v.file} could not be opened: ${v.message}`,
    "save-failed": (v: Values) => `The notebook could not be saved: ${v.message}`,
    "file-no-room": (v: Values) =>
      `${v.file} (${size(Number(v.bytes))}) is loaded, but this browser has only ${size(Number(v.free))} left: no copy is kept. After a reload, bring the file again; older data can be erased under “On this computer only”.`,
    "file-not-kept": (v: Values) =>
      `${v.file} is loaded, but no copy of it is kept in this browser (${v.message}). After a reload, bring the file again.`,
    "copy-damaged": (v: Values) =>
      `The copy of ${v.file} kept in this browser is damaged; choose the file again. Nothing of it was loaded.`,
    "folder-skipped": (v: Values) =>
      v.files === "0"
        ? `The folder has no file that can be data${v.names && `; left alone: ${v.names}`}.`
        : `Left alone in the folder, as hidden or of an unknown kind: ${v.names}.`,
    "disk-gone": (v: Values) =>
      `${v.file} is no longer where it was: it was moved, renamed or deleted. Bring it again with “Read another file”.`,
    "disk-refused": (v: Values) => `${v.file} was not read: the browser was not given leave to.`,
    "disk-failed": (v: Values) => `${v.file} could not be read from disk: ${v.message}`,
    storage: (v: Values) => `No copy is kept in this browser: ${v.message}`,
    "newer-version": () =>
      "This notebook was made by a newer version of Ebb. It can be read and run; save it under another name to keep your changes.",
    "newer-nbformat": (v: Values) =>
      `This file uses a newer notebook format (${v.version}). It can be read and run; save it under another name to keep your changes.`,
    upgraded: (v: Values) => `The file was in notebook format ${v.version}; it will be saved as 4.5.`,
    "ids-repaired": (v: Values) => `${v.count} cell ids were missing or given twice and have been renewed.`,
    damaged: (v: Values) =>
      `A part of the file could not be read (${v.place}); what it held is kept as text where possible.`,
    "keys-dropped": (v: Values) =>
      `The file had keys that a notebook may not have (${v.keys}); they will not be saved.`,
    "edited-elsewhere": (v: Values) =>
      `The code of ${v.place} was changed by another program; Ebb goes by the settings of the cell.`,
    "input-adjusted": (v: Values) =>
      `The settings or the value of the input ${v.place} did not fit; look at what it is set to now.`,
    "not-json": (v: Values) =>
      v.hint === "empty"
        ? `${v.file} is empty. Nothing of your open notebook was touched.`
        : `${v.file} is not a whole notebook: it breaks off or goes wrong${v.line ? ` at line ${v.line}, column ${v.column}` : ""}. Nothing of your open notebook was touched.`,
    "merge-conflict": (v: Values) => mergeConflict(v),
    "not-a-notebook": (v: Values) =>
      `${v.file} holds JSON, but no notebook. Choose an .ipynb file, or drop a CSV file to load data.`,
    "paste-empty": () => "There was no text to paste.",
    "example-failed": (v: Values) => `The example could not be opened: ${v.message}`,
    "unknown-file": (v: Values) => `${v.file} is neither a CSV file nor a notebook.`,
    undone: (v: Values) => `Undone: ${v.label}`,
    redone: (v: Values) => `Done again: ${v.label}`,
    deleted: (v: Values) => `${v.label} deleted. Z brings it back.`,
    said: (v: Values) => v.message ?? "",
    "bad-name": (v: Values) => `“${v.name}” cannot be a name: ${v.message}`,
    "engine-failed": (v: Values) => `The engine could not be started: ${v.message}`,
    "open-elsewhere": () => "This notebook is open in another tab. Go on there, or close that tab first.",
    "erase-elsewhere": (v: Values) =>
      `${v.title || "The notebook"} is open in another tab and was not erased. Erase it there, or close that tab first.`,
    "opened-as-copy": (v: Values) =>
      `The notebook of ${v.file} is open in another tab, so this is a copy. Save it under a name of its own.`,
    "kept-copy": (v: Values) =>
      `This browser had another version of ${v.file}. It is kept in the list of notebooks as “${v.title}”.`,
    ...fileNotices,
  } as Readonly<Record<string, (values: Values) => string>>,
  badName: {
    empty: "it is empty",
    "too-long": "it is longer than 63 letters",
    "not-a-word": "use letters, digits and _, beginning with a letter",
    "reserved-word": "SQL uses this word itself",
    "built-in": "DuckDB has a view of this name",
    "code-word": "TypeScript uses this word itself",
    "in-scope": "every TypeScript cell has something of this name already",
  },
};
