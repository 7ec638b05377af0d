import { CircleX, Info, TriangleAlert } from "lucide-react";
import type { ConsolePart, Inspected } from "../../../engine";
import type { Texts } from "../texts";
import { isComposite, isLong } from "../../kinds/inspected-text";
import { Inspector } from "./inspector";
import type { LiveOutput } from "../../session";
import "./console.css";

interface ConsoleLinesProps {
  readonly lines: readonly ConsolePart[];
  readonly live: LiveOutput | null;
  readonly texts: Texts["output"];
}

const marks = { log: null, info: Info, warn: TriangleAlert, error: CircleX };

/** What the code wrote to its console, a line each; the level is a shape and a word, not only a colour. */
export function ConsoleLines({ lines, live, texts }: ConsoleLinesProps) {
  return (
    <div className="console" role="region" aria-label={texts.console} tabIndex={0}>
      {lines.map((line, i) => {
        const Mark = marks[line.level];
        return (
          <div key={`${line.part} ${i}`} className={`console-line is-${line.level}`}>
            <span className="console-mark">
              {Mark && <Mark className="icon" role="img" aria-label={texts.levels[line.level]} />}
            </span>
            <div className="console-values">
              {line.cut
                ? texts.cutOutput[line.cut]
                : line.values.map((value, i) => (
                    <ConsoleValue key={i} value={value} live={live} texts={texts} />
                  ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}

interface ConsoleValueProps {
  readonly value: Inspected;
  readonly live: LiveOutput | null;
  readonly texts: Texts["output"];
}

function ConsoleValue({ value, live, texts }: ConsoleValueProps) {
  if (!isComposite(value) && (value.type !== "string" || !isLong(value) || value.text.length < 600))
    return (
      <span className={value.type === "string" ? "console-text" : `value-${value.type}`}>{value.text}</span>
    );
  return <Inspector value={value} label={texts.console} expand={live?.expand ?? null} texts={texts} />;
}
