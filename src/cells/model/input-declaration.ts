import { isIdentifier } from "./input-name";
import type { InputCell, InputControl, InputValue } from "./notebook";

/**
 * An input as the TypeScript that declares its value: what other programs show, always on one line. The cell itself lives
 * in its metadata.
 */
export function inputDeclaration({
  name,
  label,
  control,
  value,
}: Pick<InputCell, "name" | "label" | "control" | "value">): string {
  const type = value === null ? `: ${typeOf[control.form]} | null` : "";
  const declared = isIdentifier(name) ? `const ${name}${type} = ` : "";
  const said = [described(control), ...(label ? [quoted(label)] : [])].join(", ");
  return `${declared}${code(control, value)}; // ${said}`;
}

const typeOf: Readonly<Record<InputControl["form"], string>> = {
  slider: "number",
  number: "number",
  text: "string",
  checkbox: "boolean",
  select: "string",
  "multi-select": "string[]",
  date: "Date",
  "date-range": "[Date, Date]",
  column: "string",
  table: "string",
};

function code(control: InputControl, value: InputValue): string {
  if (value === null || (control.form !== "date" && control.form !== "date-range")) return quoted(value);
  return typeof value === "object" ? `[${value.map(dated).join(", ")}]` : dated(value);
}

function dated(day: unknown): string {
  return `new Date(${quoted(day)})`;
}

const listed = 5;

function described(control: InputControl): string {
  switch (control.form) {
    case "slider":
      return `slider ${control.min}…${control.max} step ${control.step}`;
    case "number":
      return [`number${between(control)}`, ...(control.step === null ? [] : [`step ${control.step}`])].join(
        " ",
      );
    case "date":
    case "date-range":
      return `${control.form}${between(control)}`;
    case "select":
    case "multi-select": {
      const { options, form } = control;
      if (options.from === "query") return `${form} from ${quoted(shortened(options.sql))}`;
      const more = options.values.length > listed ? `, … (${options.values.length})` : "";
      return `${form} of ${options.values.slice(0, listed).map(quoted).join(", ")}${more}`;
    }
    case "column":
      return `column of ${quoted(control.table)}`;
    case "text":
    case "checkbox":
    case "table":
      return control.form;
  }
}

function between({ min, max }: { min: unknown; max: unknown }): string {
  return min === null && max === null ? "" : ` ${String(min ?? "")}…${String(max ?? "")}`;
}

function shortened(sql: string): string {
  const line = sql.trim().replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

// JSON leaves two line breaks as they are, which would end the comment and begin code.
function quoted(value: unknown): string {
  return JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
