import type { ActivityRule, RoleMapping } from "../../src/analyses";
import type {
  AnalysisCell,
  InputCell,
  InputControl,
  InputValue,
  MarkdownCell,
  Notebook,
  SqlCell,
  TypescriptCell,
} from "../../src/cells/model/notebook";

/** A notebook's story, and what its tables mean. How the files look is read from the files when the notebook is written. */
export interface Story {
  readonly notebook: Omit<Notebook, "data" | "ledger">;
  readonly tables: readonly ExampleTable[];
}

export interface ExampleTable {
  readonly table: string;
  /** From the examples folder. */
  readonly file: string;
  readonly roles: RoleMapping;
  readonly rule: ActivityRule;
}

/** Text, with the margin of the template taken off. */
export function prose(id: string, text: string): MarkdownCell {
  return { ...base(id, ""), kind: "markdown", source: withoutMargin(text) };
}

export function query(id: string, name: string, text: string): SqlCell {
  return { ...base(id, name), kind: "sql", source: withoutMargin(text) };
}

export function script(id: string, text: string): TypescriptCell {
  return { ...base(id, ""), kind: "typescript", source: withoutMargin(text) };
}

export function input(
  id: string,
  name: string,
  label: string,
  control: InputControl,
  value: InputValue,
): InputCell {
  return { ...base(id, name), kind: "input", label, control, value };
}

export function analysis(
  id: string,
  kind: string,
  table: string,
  params: Readonly<Record<string, unknown>>,
): AnalysisCell {
  return { ...base(id, ""), kind: "analysis", analysis: kind, table, params };
}

function base(id: string, name: string) {
  return { id, name, foreign: {}, saved: null };
}

function withoutMargin(text: string): string {
  const lines = text.replace(/^\n/, "").trimEnd().split("\n");
  const margin = Math.min(
    ...lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length),
  );
  return lines.map((line) => line.slice(margin)).join("\n");
}
