import { useRef, useState } from "react";
import type { CodeProps, TextRange } from "./code";
import { LiveField } from "./live-field";
import { useLive } from "./load-live";
import { PlainField } from "./plain-field";
import "./editor.css";

interface CodeEditorProps extends CodeProps {
  readonly autoFocus?: boolean;
  /** Where the caret goes at first; null: where it was last in this cell. Asked once. */
  readonly select?: () => TextRange | null;
}

/** The live editor: Monaco, and until it is there a plain field with the same text at the same place. */
export function CodeEditor({ autoFocus = false, select = () => null, ...code }: CodeEditorProps) {
  const live = useLive();
  const [composing, setComposing] = useState(false);
  // What the plain field hands over: where the caret stands and whether the person went elsewhere.
  const caret = useRef<TextRange>(null);
  const away = useRef(false);
  return (
    <div className="editor">
      {live && !composing ? (
        <LiveField
          {...code}
          live={live}
          takesFocus={() => autoFocus && !away.current}
          select={() => caret.current ?? select()}
        />
      ) : (
        <PlainField
          {...code}
          autoFocus={autoFocus}
          select={select}
          onSelect={(range) => (caret.current = range)}
          onAway={(isAway) => (away.current = isAway)}
          onComposing={setComposing}
        />
      )}
    </div>
  );
}
