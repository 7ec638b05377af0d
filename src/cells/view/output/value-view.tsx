import { Table2 } from "lucide-react";
import { useState } from "react";
import type { ValuePart } from "../../../engine";
import type { Texts } from "../texts";
import { isComposite, isLong, primitiveText } from "../../kinds/inspected-text";
import { Inspector } from "./inspector";
import type { LiveOutput } from "../../session";
import { PartRows } from "./part-rows";

interface ValueViewProps {
  readonly part: ValuePart;
  readonly label: string;
  readonly live: LiveOutput | null;
  readonly texts: Texts;
}

const openedAtOnce = 12;

/** A value as JavaScript writes it; an array of rows as a table too. */
export function ValueView({ part, label, live, texts }: ValueViewProps) {
  const [isTable, setTable] = useState(false);
  const { value } = part;
  if (!isComposite(value)) return <PrimitiveView part={part} texts={texts} label={label} />;
  return (
    <div className="output-value">
      {isTable && live ? (
        <PartRows part={part.part} live={live} name={texts.output.tableName(label)} texts={texts} />
      ) : (
        <Inspector
          value={value}
          label={texts.output.valueName(label)}
          expand={live?.expand ?? null}
          isOpen={value.entries.length <= openedAtOnce}
          texts={texts.output}
        />
      )}
      {part.isRows && live && (
        <button
          type="button"
          className="button button-quiet button-small output-turn"
          onClick={() => setTable(!isTable)}
        >
          <Table2 className="icon" aria-hidden />
          {isTable ? texts.output.asValue : texts.output.asTable}
        </button>
      )}
    </div>
  );
}

function PrimitiveView({ part, label, texts }: Omit<ValueViewProps, "live">) {
  const { value } = part;
  if (isComposite(value)) return null;
  if (isLong(value))
    return (
      <Inspector value={value} label={texts.output.valueName(label)} expand={null} texts={texts.output} />
    );
  return (
    <p className="output-value output-primitive">
      <span className={`value-${value.type}`}>{primitiveText(value)}</span>
    </p>
  );
}
