import { language } from "../../language/client";
import type { QuestionName, Questions, Span } from "../../language/protocol";
import { cellIdOf } from "../models";
import { monaco } from "../monaco";

/** What a question about a place in a model asks with; tells the worker the text as it is this moment. */
export function askAt(model: monaco.editor.ITextModel, position: monaco.IPosition) {
  const cell = cellIdOf(model);
  if (cell === undefined) return null;
  language.write(cell, model.getValue(monaco.editor.EndOfLinePreference.LF));
  return { cell, at: offsetAt(model, position) };
}

/** Null when TypeScript stumbles over a half-written text or did not come: the next key asks again. */
export async function answerTo<Q extends QuestionName>(
  question: Q,
  ask: Questions[Q]["ask"] | null | undefined,
): Promise<Questions[Q]["answer"] | null> {
  if (!ask) return null;
  try {
    return await language.ask(question, ask);
  } catch {
    return null;
  }
}

/** Offsets count line breaks as one, whatever the model holds. */
export function offsetAt(model: monaco.editor.ITextModel, position: monaco.IPosition): number {
  const before = new monaco.Range(1, 1, position.lineNumber, position.column);
  return model.getValueLengthInRange(before, monaco.editor.EndOfLinePreference.LF);
}

export function rangeAt(model: monaco.editor.ITextModel, { from, to }: Span): monaco.Range {
  const isLong = model.getEOL().length > 1;
  const place = (offset: number) => {
    if (!isLong) return model.getPositionAt(offset);
    const before = model.getValue(monaco.editor.EndOfLinePreference.LF).slice(0, offset).split("\n");
    return new monaco.Position(before.length, before.at(-1)!.length + 1);
  };
  return monaco.Range.fromPositions(place(from), place(to));
}
