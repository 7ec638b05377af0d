import type { CodeLanguage } from "../../code";
import { language } from "../../language/client";
import { isInHole } from "../../language/code-within";
import type { QuestionName, Questions, Span } from "../../language/protocol";
import { cellIdOf } from "../models";
import { monaco } from "../monaco";

/**
 * What a question about a place in a model asks with; tells the worker the text as it is this moment. Null where no
 * TypeScript stands. A relation in SQL may be a name of TypeScript, but is no reason to fetch it.
 */
export function askAt(model: monaco.editor.ITextModel, position: monaco.IPosition) {
  const cell = cellIdOf(model);
  const written = languageOf(model);
  const isCode =
    written === "typescript" || standsInHole(model, position) || (written === "sql" && language.isStarted);
  if (cell === undefined || !isCode) return null;
  // Before the text: a notebook that was only just opened knows the cell as it was.
  language.catchUp();
  language.write(cell, model.getValue(monaco.editor.EndOfLinePreference.LF), written);
  return { cell, at: offsetAt(model, position) };
}

/** Whether the place is in `${…}` of a text of another language. */
export function standsInHole(model: monaco.editor.ITextModel, position: monaco.IPosition): boolean {
  const text = model.getValue(monaco.editor.EndOfLinePreference.LF);
  return isInHole(text, languageOf(model), offsetAt(model, position));
}

function languageOf(model: monaco.editor.ITextModel): CodeLanguage {
  const id = model.getLanguageId();
  return id === "sql" || id === "markdown" ? id : "typescript";
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
