import { EngineError } from "../../engine-error";
import { shapeOf } from "../joined/shape";
import { peek } from "../peek";
import { readBy, readFor } from "../read/blob-bytes";
import type { Part } from "../read/part";
import { reader } from "../reader";
import type { ReadAnswer, ReadRequest } from "./messages";
import { readAhead } from "./read-ahead";

/** Reads one file away from the page's thread. It fetches nothing but its own program. */
let next: (() => Promise<IteratorResult<Part, void>>) | undefined;
/** Parts that wait in memory while DuckDB is busy with those before. */
const mostReady = 2;
let looked: { readonly file: File; readonly number: number } | undefined;

onmessage = ({ data }: MessageEvent<ReadRequest>) => {
  answerTo(data)
    .then((answer) => postMessage(answer, transferable(answer)))
    .catch((error: unknown) => {
      const code = error instanceof EngineError ? error.code : null;
      postMessage({
        answer: "failed",
        code,
        message: error instanceof Error ? error.message : String(error),
        what: error instanceof EngineError ? error.what : undefined,
      } satisfies ReadAnswer);
    });
};

async function answerTo(request: ReadRequest): Promise<ReadAnswer> {
  switch (request.ask) {
    case "sniff":
      return { answer: "sniffed", sniffed: await reader.sniff(request.file, request.known) };
    case "peek":
      return { answer: "peeked", peek: await peek(same(request), request.known, request.rows) };
    case "shape":
      return { answer: "shaped", shape: await shapeOf(request.file, null) };
    case "open":
      if (request.port) readBy(request.port);
      next = readAhead(reader.parts(request.file, request.plan), mostReady);
      return nextPart();
    case "next":
      return nextPart();
    case "serve":
      readFor(request.port);
      return { answer: "serving" };
    case "lines":
      return { answer: "placed", lines: await reader.lines(request.file, request.plan, request.sought) };
  }
}

/** The copy of the page's file that came first: what was opened of it is kept. */
function same({ file, number }: Extract<ReadRequest, { ask: "peek" }>): File {
  if (looked?.number !== number) looked = { file, number };
  return looked.file;
}

async function nextPart(): Promise<ReadAnswer> {
  const { done, value } = await next!();
  return done ? { answer: "end" } : { answer: "part", part: value };
}

function transferable(answer: ReadAnswer): { transfer: Transferable[] } {
  const isBytes = answer.answer === "part" && answer.part.form !== "relation";
  return { transfer: isBytes ? [answer.part.content.buffer] : [] };
}
