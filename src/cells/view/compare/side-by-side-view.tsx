import { useState } from "react";
import type { TextPart } from "../../model";
import { useTexts } from "../shell/workbench-context";
import { sideBySide, type Row } from "./side-by-side";

/** Two texts beside each other, line by line; on a narrow page one below the other. Nothing in them is anything but text. */
export function SideBySide({ parts, label }: { parts: readonly TextPart[]; label: string }) {
  const [isUnfolded, unfold] = useState(false);
  const { comparing } = useTexts();
  const rows = sideBySide(parts).flatMap((row): readonly Row[] =>
    row.form === "folded" && isUnfolded
      ? row.lines.map((text) => ({ form: "line", left: text, right: text, isSame: true }))
      : [row],
  );
  return (
    <div className="sides" role="group" aria-label={label}>
      {rows.map((row, i) =>
        row.form === "folded" ? (
          <button key={i} type="button" className="sides-fold" onClick={() => unfold(true)}>
            {comparing.folded(row.lines.length)}
          </button>
        ) : (
          <div key={i} className={row.isSame ? "sides-row is-same" : "sides-row"}>
            <Side text={row.left} as={row.isSame ? "span" : "del"} />
            <Side text={row.right} as={row.isSame ? "span" : "ins"} />
          </div>
        ),
      )}
    </div>
  );
}

const signs = { span: " ", del: "−", ins: "+" } as const;

function Side({ text, as: Tag }: { text: string | null; as: keyof typeof signs }) {
  if (text === null) return <span className="sides-none" />;
  return (
    <Tag className="sides-line">
      <span className="sides-sign">{signs[Tag]}</span>
      <span>{text || " "}</span>
    </Tag>
  );
}
