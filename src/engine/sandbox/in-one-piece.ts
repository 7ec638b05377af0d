import type { ArrowRows } from "../data/database";

/** A million rows are some five hundred messages of DuckDB: one buffer travels faster than as many. */
export function inOnePiece<Rows extends ArrowRows>(rows: Rows): Rows {
  const { messages } = rows;
  if (messages.length < 2) return rows;
  const bytes = new Uint8Array(messages.reduce((sum, message) => sum + message.length, 0));
  let at = 0;
  for (const message of messages) {
    bytes.set(message, at);
    at += message.length;
  }
  return { ...rows, messages: [bytes] };
}

/** What is transferred with them. */
export function buffersOf({ messages }: ArrowRows): ArrayBuffer[] {
  return [...new Set(messages.map(({ buffer }) => buffer))];
}
