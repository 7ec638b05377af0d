import { useLayoutEffect, useRef } from "react";
import type { ConsolePart, OutputPart } from "../../../engine";
import type { Texts } from "../texts";
import { ConsoleLines } from "./console-lines";
import { FigureView } from "./figure-view";
import type { LiveOutput } from "../../session";
import { TableView } from "./table-view";
import { TreeView } from "./tree-view";
import { ValueView } from "./value-view";
import "./output.css";
import "./plot.css";

export interface OutputViewProps {
  readonly cell: string;
  /** How the page calls the cell. */
  readonly label: string;
  readonly parts: readonly OutputPart[];
  /** null: saved output, or code that is gone. It is shown, and does nothing. */
  readonly live: LiveOutput | null;
  /** While it runs the place stays as high as it was, so that nothing below jumps. */
  readonly isRunning?: boolean;
  /** A figure of too many marks: the person wants to count first. */
  readonly onBin?: (part: number) => void;
  readonly texts: Texts;
  /** "en-GB": numbers and dates in the words for a figure. */
  readonly region: string;
}

/** Everything a cell shows, in its order. */
export function OutputView(props: OutputViewProps) {
  const { label, parts, isRunning = false, texts } = props;
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current!;
    if (!isRunning) return;
    element.style.minHeight = `${element.offsetHeight}px`;
    return () => {
      element.style.minHeight = "";
    };
  }, [isRunning]);
  return (
    <div ref={box} className="output" role="group" aria-label={texts.output.name(label)}>
      {grouped(parts).map((group) =>
        Array.isArray(group) ? (
          <ConsoleLines key={group[0]!.part} lines={group} live={props.live} texts={texts.output} />
        ) : (
          <Part key={group.part} {...props} part={group} />
        ),
      )}
    </div>
  );
}

type ShownPart = Exclude<OutputPart, ConsolePart>;

function Part({ part, ...props }: OutputViewProps & { readonly part: ShownPart }) {
  const { label, live, onBin, texts, region } = props;
  switch (part.kind) {
    case "tree":
      return part.figure ? (
        <FigureView
          part={part}
          facts={part.figure}
          label={label}
          live={live}
          texts={texts}
          region={region}
          onBin={onBin}
        />
      ) : (
        <TreeView
          part={part.part}
          root={part.root}
          live={live}
          alternative={null}
          label={texts.output.name(label)}
          texts={texts.output}
        />
      );
    case "table":
      return <TableView part={part} label={label} live={live} texts={texts} />;
    case "value":
      return <ValueView part={part} label={label} live={live} texts={texts} />;
  }
}

/** Console lines that follow each other stand in one block. */
function grouped(parts: readonly OutputPart[]): (ShownPart | ConsolePart[])[] {
  const groups: (ShownPart | ConsolePart[])[] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (part.kind !== "console") groups.push(part);
    else if (Array.isArray(last)) last.push(part);
    else groups.push([part]);
  }
  return groups;
}
