/**
 * Tells a text that comes back from the caller (typed here a moment ago, perhaps already overtaken by the next key)
 * from one that was changed elsewhere. Only the second may replace what stands in the editor.
 */
export class Echo {
  readonly #sent: string[] = [];
  #shown: string;

  constructor(shown: string) {
    this.#shown = shown;
  }

  send(text: string): void {
    this.#sent.push(text);
  }

  /** True when `text` was changed elsewhere. */
  receive(text: string): boolean {
    if (text === this.#shown) return false;
    this.#shown = text;
    const at = this.#sent.indexOf(text);
    this.#sent.splice(0, at < 0 ? this.#sent.length : at + 1);
    return at < 0;
  }
}
