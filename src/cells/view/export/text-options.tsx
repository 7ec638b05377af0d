import { useTexts } from "../shell/workbench-context";
import { type Choice, decimalOf } from "./choice";

interface TextOptionsProps {
  readonly choice: Choice;
  readonly region: string;
  readonly onChoose: (change: Partial<Choice>) => void;
}

/** How delimited texts are written. */
export function TextOptions({ choice, region, onChoose }: TextOptionsProps) {
  const { exporting } = useTexts();
  const { format, decimal, hasMark, isExact } = choice;
  const isCsv = format === "csv";
  return (
    <fieldset className="export-options">
      <legend className="visually-hidden">{exporting.options}</legend>
      <label className="export-select">
        {exporting.numbers}
        <select
          className="field"
          value={decimal ?? decimalOf(region)}
          onChange={({ target }) => onChoose({ decimal: target.value === "," ? "," : "." })}
        >
          <option value=".">{isCsv ? exporting.commaBetween : exporting.decimalPoint}</option>
          <option value=",">{isCsv ? exporting.semicolonBetween : exporting.decimalComma}</option>
        </select>
      </label>
      {isCsv && (
        <label>
          <input
            type="checkbox"
            checked={hasMark}
            onChange={({ target }) => onChoose({ hasMark: target.checked })}
          />
          {exporting.mark}
        </label>
      )}
      <label>
        <input
          type="checkbox"
          checked={isExact}
          onChange={({ target }) => onChoose({ isExact: target.checked })}
        />
        <span>
          {exporting.exact}
          <small>{exporting.exactAbout}</small>
        </span>
      </label>
    </fieldset>
  );
}
