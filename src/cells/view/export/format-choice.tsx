import { useId } from "react";
import { useTexts } from "../shell/workbench-context";
import { type FileFormat, fileFormats } from "./choice";

interface FormatChoiceProps {
  readonly format: FileFormat;
  /** More rows or columns than a sheet has. */
  readonly isTooLarge: boolean;
  readonly onChoose: (format: FileFormat) => void;
}

/** The kinds of files, and what is to be known of the chosen one. */
export function FormatChoice({ format, isTooLarge, onChoose }: FormatChoiceProps) {
  const { exporting } = useTexts();
  const id = useId();
  return (
    <fieldset className="export-formats" aria-describedby={`${id}-about`}>
      <legend className="visually-hidden">{exporting.format}</legend>
      {fileFormats.map((each) => (
        <label key={each} className={each === format ? "is-chosen" : ""}>
          <input
            type="radio"
            name={id}
            checked={each === format}
            disabled={each === "xlsx" && isTooLarge}
            onChange={() => onChoose(each)}
          />
          {exporting.formats[each].name}
        </label>
      ))}
      <p id={`${id}-about`}>
        {exporting.formats[format].about}
        {isTooLarge && ` ${exporting.tooLarge}`}
      </p>
    </fieldset>
  );
}
