import { findAll, type Query, type SearchedText } from "./find-all";

interface Asked {
  readonly texts: readonly SearchedText[];
  readonly query: Query;
}

/** A pattern may take for ever: here it can be stopped. */
self.addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  try {
    self.postMessage({ found: findAll(data.texts, data.query) });
  } catch (error) {
    self.postMessage({ wrong: error instanceof Error ? error.message : String(error) });
  }
});
