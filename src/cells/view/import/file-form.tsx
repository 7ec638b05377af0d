import type { ImportPreview } from "../../../engine";
import { useTexts } from "../shell/workbench-context";
import type { Form, Wish } from "./edit-plan";
import { Check, Select, TextField, wholeIn } from "./fields";

interface FormProps {
  readonly wish: Wish;
  readonly seen: ImportPreview | null;
  readonly onChange: (wish: Wish, isNewForm?: boolean) => void;
}

/** Labels that browsers' decoders know, by what people know them as. */
const encodings: readonly (readonly [label: string, name: string])[] = [
  ["utf-8", "UTF-8"],
  ["utf-16le", "UTF-16 LE"],
  ["utf-16be", "UTF-16 BE"],
  ["windows-1251", "Windows-1251"],
  ["koi8-r", "KOI8-R"],
  ["ibm866", "CP866"],
  ["iso-8859-5", "ISO 8859-5"],
  ["x-mac-cyrillic", "Mac Cyrillic"],
  ["windows-1252", "Windows-1252 (Latin 1)"],
  ["iso-8859-2", "Latin 2"],
  ["windows-1250", "Windows-1250"],
  ["iso-8859-15", "Latin 9"],
  ["windows-1253", "Windows-1253"],
  ["windows-1254", "Windows-1254"],
  ["macintosh", "Mac Roman"],
  ["shift_jis", "Shift JIS"],
  ["gb18030", "GB 18030"],
  ["big5", "Big5"],
  ["euc-kr", "EUC-KR"],
];

/** How the file itself is written. */
export function FileForm({ wish, seen, onChange }: FormProps) {
  const { importing: words, count } = useTexts();
  const { plan } = wish;
  const { source } = plan;
  const set = (form: Form) => {
    const next = { ...plan, source: { ...source, ...form } as typeof source };
    onChange({ ...wish, plan: next, form: { ...wish.form, ...form } }, true);
  };
  const withOwn = (known: readonly (readonly [string, string])[], value: string) =>
    known.some(([one]) => one === value) ? known : [...known, [value, value] as const];
  return (
    <fieldset className="import-form">
      <legend>{words.file}</legend>
      {seen && seen.entries.length > 1 && (
        <Select
          label={words.entry}
          value={plan.entry ?? ""}
          options={seen.entries.map(({ name }) => [name, name])}
          onChange={(entry) => onChange({ plan: { ...plan, entry }, form: {}, byHand: new Set() }, true)}
        />
      )}
      {source.format === "xlsx" && seen && (
        <Select
          label={words.sheet}
          value={source.sheet}
          options={seen.sheets.map(({ name, isHidden }) => [
            name,
            isHidden ? `${name} (${words.hidden})` : name,
          ])}
          onChange={(sheet) =>
            onChange(
              { plan: { ...plan, source: { ...source, sheet } }, form: { sheet }, byHand: new Set() },
              true,
            )
          }
        />
      )}
      {source.format === "duckdb" && seen && (
        <Select
          label={words.table}
          value={source.table}
          options={seen.sheets.map(({ name, rows }) => [
            name,
            rows === undefined ? name : `${name}: ${count.rows(rows)}`,
          ])}
          onChange={(table) =>
            onChange(
              { plan: { ...plan, source: { ...source, table } }, form: { table }, byHand: new Set() },
              true,
            )
          }
        />
      )}
      {source.format === "json" && (
        <Select
          label={words.nested}
          value={source.nested}
          options={[
            ["text", words.nestedAs.text],
            ["columns", words.nestedAs.columns],
          ]}
          onChange={(nested) => set({ nested: nested === "columns" ? "columns" : "text" })}
        />
      )}
      {source.format === "text" && (
        <>
          <Select
            label={words.encoding}
            value={source.encoding}
            options={withOwn(encodings, source.encoding)}
            onChange={(encoding) => set({ encoding })}
          />
          <Select
            label={words.delimiter}
            value={source.delimiter}
            options={withOwn(Object.entries(words.delimiters), source.delimiter)}
            onChange={(delimiter) => set({ delimiter })}
          />
          <Select
            label={words.quote}
            value={source.quote}
            options={withOwn(Object.entries(words.quotes), source.quote)}
            onChange={(quote) => set({ quote })}
          />
        </>
      )}
      {"skip" in source && (
        <>
          <TextField
            label={words.skip}
            value={String(source.skip)}
            isNumber
            onChange={(text) => {
              const skip = wholeIn(text, 0);
              if (skip !== null && skip !== source.skip) set({ skip });
              return skip !== null;
            }}
          />
          <Check checked={source.header} onChange={(header) => set({ header })}>
            {words.header}
          </Check>
          <Check
            checked={source.dropTotals}
            onChange={(dropTotals) =>
              onChange({ ...wish, plan: { ...plan, source: { ...source, dropTotals } } })
            }
          >
            {words.dropTotals}
          </Check>
        </>
      )}
    </fieldset>
  );
}
