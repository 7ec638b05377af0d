import { textOfLines } from "./lines";
import { isObject, type JsonObject } from "./nbformat";

/** nbformat 2 and 3 in the words of 4: cells in worksheets, `input` for source, headings as cells, short names for types. */
export function upgradedFrom3(file: JsonObject): JsonObject {
  const sheets = Array.isArray(file.worksheets) ? file.worksheets.filter(isObject) : [];
  const { name, ...metadata } = isObject(file.metadata) ? file.metadata : {};
  return {
    metadata: typeof name === "string" && name ? { title: name, ...metadata } : metadata,
    cells: sheets.flatMap((sheet) => (Array.isArray(sheet.cells) ? sheet.cells : [])).map(cell),
  };
}

function cell(old: unknown): unknown {
  if (!isObject(old)) return old;
  switch (old.cell_type) {
    case "code": {
      const { input, prompt_number, collapsed, language: _language, metadata, outputs, ...rest } = old;
      const folded = typeof collapsed === "boolean" ? { collapsed } : {};
      return {
        ...rest,
        source: input ?? "",
        execution_count: typeof prompt_number === "number" ? prompt_number : null,
        metadata: { ...(isObject(metadata) ? metadata : {}), ...folded },
        outputs: Array.isArray(outputs) ? outputs.map(output) : [],
      };
    }
    case "heading": {
      const { level, source, ...rest } = old;
      const depth = typeof level === "number" ? Math.min(Math.max(Math.trunc(level), 1), 6) : 1;
      const title = (textOfLines(source) ?? "").replace(/\s*\n\s*/g, " ");
      return { ...rest, cell_type: "markdown", source: `${"#".repeat(depth)} ${title}` };
    }
    // HTML cells of version 2 are Markdown since version 3, which takes HTML.
    case "html":
      return { ...old, cell_type: "markdown" };
    default:
      return old;
  }
}

function output(old: unknown): unknown {
  if (!isObject(old)) return old;
  switch (old.output_type) {
    case "pyerr":
      return { ...old, output_type: "error" };
    case "stream": {
      const { stream, ...rest } = old;
      return { name: typeof stream === "string" ? stream : "stdout", ...rest };
    }
    case "pyout":
      return { ...bundle(old), output_type: "execute_result", execution_count: old.prompt_number ?? null };
    case "display_data":
      return { ...bundle(old), output_type: "display_data" };
    default:
      return old;
  }
}

const mimeTypes: Readonly<Record<string, string>> = {
  text: "text/plain",
  html: "text/html",
  svg: "image/svg+xml",
  png: "image/png",
  jpeg: "image/jpeg",
  latex: "text/latex",
  json: "application/json",
  javascript: "application/javascript",
  pdf: "application/pdf",
};

function bundle(old: JsonObject): { data: JsonObject; metadata: JsonObject } {
  const { output_type: _type, prompt_number: _number, metadata, ...data } = old;
  const named = Object.entries(data).map(([type, content]) => [mimeTypes[type] ?? type, content] as const);
  return { data: Object.fromEntries(named), metadata: isObject(metadata) ? metadata : {} };
}
