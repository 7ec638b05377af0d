/** What a struct holds in one place. */
export interface ThriftField {
  readonly id: number;
  readonly type: number;
  /** Where its header stands. */
  readonly at: number;
  /** Added to the id of the field in front; 0 where the id is written out. */
  readonly step: number;
}

const [boolTrue, boolFalse, byte, double, binary, list, set, map, struct] = [1, 2, 3, 7, 8, 9, 10, 11, 12];

/** Thrift's compact protocol (thrift-compact-protocol.md of Apache Thrift), as far as footers of Parquet go. */
export class ThriftReader {
  at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Each is to be read, or skipped, before the next one is asked for. */
  *fields(): Generator<ThriftField> {
    for (let id = 0; ;) {
      const { at } = this;
      const header = this.#byte();
      if (header === 0) return;
      const step = header >> 4;
      id = step ? id + step : this.int();
      yield { id, type: header & 15, at, step };
    }
  }

  /** How many elements follow, and of which type. */
  listOf(): { readonly size: number; readonly type: number } {
    const header = this.#byte();
    const size = header >> 4;
    return { size: size === 15 ? this.#varint() : size, type: header & 15 };
  }

  int(): number {
    const value = this.#varint();
    return value % 2 ? -(value + 1) / 2 : value / 2;
  }

  text(): string {
    const length = this.#varint();
    this.at += length;
    return new TextDecoder().decode(this.#bytes.subarray(this.at - length, this.at));
  }

  skip(type: number): void {
    switch (type) {
      case boolTrue:
      case boolFalse:
        return;
      case byte:
        this.at += 1;
        return;
      case double:
        this.at += 8;
        return;
      case binary:
        this.at += this.#varint();
        return;
      case list:
      case set: {
        const { size, type: each } = this.listOf();
        for (let i = 0; i < size; i++) this.#skipElement(each);
        return;
      }
      case map: {
        const size = this.#varint();
        const types = size ? this.#byte() : 0;
        for (let i = 0; i < size; i++) {
          this.#skipElement(types >> 4);
          this.#skipElement(types & 15);
        }
        return;
      }
      case struct:
        for (const field of this.fields()) this.skip(field.type);
        return;
      default:
        // Whole numbers of any size.
        this.#varint();
    }
  }

  // A field says in its type whether it is true; an element takes a byte.
  #skipElement(type: number): void {
    this.skip(type === boolTrue || type === boolFalse ? byte! : type);
  }

  #varint(): number {
    let [value, unit] = [0, 1];
    for (;;) {
      const next = this.#byte();
      value += (next & 127) * unit;
      if (next < 128) return value;
      unit *= 128;
    }
  }

  #byte(): number {
    const value = this.#bytes[this.at++];
    if (value === undefined) throw new RangeError("Thrift beyond its end");
    return value;
  }
}
