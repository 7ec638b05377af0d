import { EngineError } from "../../engine-error";
import { openWriter, type TableWriter, untouched } from "../writer";
import type { WriteAnswer, WriteRequest } from "./messages";

/** Writes one file away from the page's thread. It fetches nothing but its own program. */
let writer: TableWriter | undefined;

onmessage = ({ data }: MessageEvent<WriteRequest>) => {
  answerTo(data)
    .then((answer) => postMessage(answer, { transfer: answer.bytes.map(({ buffer }) => buffer) }))
    .catch((error: unknown) => {
      const code = error instanceof EngineError ? error.code : null;
      const message = error instanceof Error ? error.message : String(error);
      postMessage({ answer: "failed", code, message } satisfies WriteAnswer);
    });
};

async function answerTo(request: WriteRequest): Promise<Extract<WriteAnswer, { answer: "bytes" }>> {
  switch (request.ask) {
    case "open":
      writer = await openWriter(request.columns, request.options);
      return { answer: "bytes", bytes: [], tally: untouched };
    case "write":
      return { answer: "bytes", bytes: await writer!.write(request.rows), tally: untouched };
    case "end":
      return { answer: "bytes", ...(await writer!.end()) };
  }
}
