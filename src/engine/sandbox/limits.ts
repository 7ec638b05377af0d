/** How much one cell may ask of the page. The worker keeps to them; the page holds it to them. */
export const limits = {
  /** Messages the worker may have sent that the page has not worked off yet. */
  unread: 32,
  /** Of one run: parts, nodes of all its trees and values, and characters in them. */
  parts: 10_000,
  nodes: 200_000,
  characters: 20_000_000,
  /** So much of it comes back each second. */
  nodesBack: 20_000,
  charactersBack: 1_000_000,
  /** Changes of shown trees that wait in the worker for the page to be ready. */
  waiting: 100_000,
  depth: 200,
  /** Of one element. */
  attributes: 200,
  /** Of a statement, and of the options of an analysis. */
  sql: 10_000_000,
  json: 1_000_000,
  names: 10_000,
  /** Characters of a message of an error. */
  message: 10_000,
  frames: 20,
} as const;
