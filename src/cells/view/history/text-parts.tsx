import type { TextPart } from "../../model";
import { useTexts } from "../shell/workbench-context";

/** Lines around a change that are worth a look; the rest is counted. */
const around = 2;

/** What was taken out and what was put in, line by line. */
export function TextParts({ parts }: { parts: readonly TextPart[] }) {
  return (
    <pre className="text-parts">
      {parts.map((part, i) =>
        part.form === "same" ? (
          <SameLines key={i} lines={part.lines} isFirst={i === 0} isLast={i === parts.length - 1} />
        ) : (
          part.lines.map((line, j) => <Line key={`${i} ${j}`} form={part.form} text={line} />)
        ),
      )}
    </pre>
  );
}

function SameLines({
  lines,
  isFirst,
  isLast,
}: {
  lines: readonly string[];
  isFirst: boolean;
  isLast: boolean;
}) {
  const { compare } = useTexts();
  const head = isFirst ? [] : lines.slice(0, around);
  const tail = isLast ? [] : lines.slice(Math.max(head.length, lines.length - around));
  const between = lines.length - head.length - tail.length;
  return (
    <>
      {head.map((line, i) => (
        <Line key={i} form="same" text={line} />
      ))}
      {between > 0 && <span className="text-between">{compare.longer(between)}</span>}
      {tail.map((line, i) => (
        <Line key={`tail ${i}`} form="same" text={line} />
      ))}
    </>
  );
}

const marks = { same: " ", added: "+", removed: "−" } as const;

function Line({ form, text }: { form: TextPart["form"]; text: string }) {
  const Tag = form === "added" ? "ins" : form === "removed" ? "del" : "span";
  return (
    <Tag className="text-line">
      <span aria-hidden="true">{marks[form]} </span>
      {text || " "}
    </Tag>
  );
}
