/** Why a notebook cannot be a file of Notebook Kit without a cell being cut, swallowed or changed. */
export class KitError extends Error {
  /** Place among the notebook's cells, from 0; null: its title. */
  readonly cell: number | null;
  readonly reason: KitReason;

  constructor(cell: number | null, reason: KitReason) {
    super(`cannot be kept in notebook kit: ${reason} in ${cell === null ? "the title" : `cell ${cell + 1}`}`);
    this.name = "KitError";
    this.cell = cell;
    this.reason = reason;
  }
}

export type KitReason =
  /** Text that ends the element, written so that Notebook Kit does not protect it: `</script/`. */
  | "script-end"
  /** An HTML comment that begins and does not end before a `<script`: the next cell would be swallowed. */
  | "comment"
  /** A carriage return inside a string of SQL. */
  | "line-end"
  /** Signs that no HTML can hold: U+0000, half a surrogate pair. */
  | "characters"
  | "other";
