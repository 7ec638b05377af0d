/** Which rows have no value, as Arrow has it: a bit for each, 0 where it is missing. */
export class Missing {
  #bits: Uint8Array | null = null;
  #count = 0;
  readonly #rows: number;

  constructor(rows: number) {
    this.#rows = rows;
  }

  add(row: number): void {
    this.#bits ??= new Uint8Array((this.#rows + 7) >> 3).fill(255);
    this.#bits[row >> 3]! &= ~(1 << (row & 7));
    this.#count++;
  }

  get nulls(): { readonly nullCount: number; readonly nullBitmap?: Uint8Array } {
    return this.#bits ? { nullCount: this.#count, nullBitmap: this.#bits } : { nullCount: 0 };
  }
}
