import { useMemo } from "react";
import { useLive } from "../editor";
import { codeLanguage, type Colour } from "./finish";
import type { MarkdownViewProps } from "./markdown";
import { render } from "./render";
import "./markdown.css";

/** A text cell as it is read. Colours for code are fetched only where there is code to colour. */
export function MarkdownView(props: MarkdownViewProps) {
  const fences = [...props.source.matchAll(/^\s*(?:```|~~~)\s*([\w+#-]+)/gm)];
  const hasCode = fences.some(([, name]) => codeLanguage(name ?? "") !== null);
  return hasCode ? <WithColours {...props} /> : <Prose {...props} colour={null} />;
}

function WithColours(props: MarkdownViewProps) {
  const live = useLive();
  return <Prose {...props} colour={live?.colour ?? null} />;
}

function Prose({
  source,
  isHtml,
  attachments,
  topLevel,
  labels,
  colour,
}: MarkdownViewProps & { colour: Colour | null }) {
  const html = useMemo(
    () => render({ source, isHtml, attachments, topLevel, labels }, colour),
    [source, isHtml, attachments, topLevel, labels, colour],
  );
  return <div className="markdown" dangerouslySetInnerHTML={{ __html: html }} />;
}
