import { useEffect, useEffectEvent, useRef } from "react";
import type { CodeProps, TextRange } from "./code";
import type { LiveEditor } from "./live";
import type { Live } from "./load-live";

interface LiveFieldProps extends CodeProps {
  readonly live: Live;
  readonly takesFocus: () => boolean;
  readonly select: () => TextRange | null;
}

/** Monaco on the page: made once for a cell, told of every change. */
export function LiveField({ live, takesFocus, select, ...code }: LiveFieldProps) {
  const { cellId, language } = code;
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<LiveEditor>(null);
  const change = useEffectEvent(code.onChange);
  const report = useEffectEvent(code.onKeyCommand);
  const mount = useEffectEvent((element: HTMLElement) => {
    const { value, labels, wrap = false } = code;
    const mounted = live.mountEditor(element, {
      cellId,
      language,
      value,
      labels,
      wrap,
      select: select(),
      onChange: (text) => change(text),
      onKeyCommand: (command) => report(command),
    });
    if (takesFocus()) mounted.focus();
    return mounted;
  });

  useEffect(() => {
    const mounted = mount(place.current!);
    editor.current = mounted;
    return () => mounted.dispose();
  }, [cellId, language]);
  useEffect(() => editor.current?.show(code));

  return <div className={`editor-live ${code.wrap ? "editor-wrap" : ""}`} ref={place} />;
}
