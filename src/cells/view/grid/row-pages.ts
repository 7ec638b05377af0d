import type { GridOrder, GridRow, LoadRows } from "./grid";

interface Source {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly loadRows: LoadRows;
  readonly initialRows: readonly GridRow[];
  readonly onChange: () => void;
}

const mostAtOnce = 2;
const mostKept = 80;

/** Rows by page, loaded when they are to be seen. A page that is no longer wanted is not asked for; a late one of an old order is dropped. */
export class RowPages {
  failure: string | null = null;
  #source: Source;
  #order: GridOrder | null = null;
  #pages = new Map<number, readonly GridRow[]>();
  #loading = new Set<number>();
  #wanted: readonly number[] = [];
  #size: number;

  constructor(source: Source) {
    this.#source = source;
    this.#size = Math.min(100, Math.max(40, Math.floor(10_000 / Math.max(1, source.columnCount))));
  }

  row(row: number): GridRow | undefined {
    const page = this.#pages.get(Math.floor(row / this.#size));
    return page?.[row % this.#size] ?? (this.#order ? undefined : this.#source.initialRows[row]);
  }

  /** These rows are seen; their neighbours may be next. */
  want(first: number, last: number): void {
    const [from, to] = [Math.floor(first / this.#size), Math.floor(last / this.#size)];
    const seen = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    this.#wanted = [...seen, to + 1, from - 1];
    this.#loadNext();
  }

  reorder(order: GridOrder | null): void {
    this.#order = order;
    this.#pages = new Map();
    this.#loading = new Set();
    this.failure = null;
    this.#source.onChange();
  }

  /** Other rows in the same order. */
  replace(rows: Pick<Source, "rowCount" | "loadRows" | "initialRows">): void {
    this.#source = { ...this.#source, ...rows };
    this.reorder(this.#order);
  }

  retry(): void {
    this.failure = null;
    this.#source.onChange();
    this.#loadNext();
  }

  /** Rows for the clipboard, kept nowhere. */
  async rows(first: number, count: number): Promise<GridRow[]> {
    const order = this.#order;
    const found: GridRow[] = [];
    while (found.length < count) {
      const known = this.row(first + found.length);
      const more = known
        ? [known]
        : await this.#source.loadRows(first + found.length, Math.min(10_000, count - found.length), order);
      if (!more.length) break;
      found.push(...more);
    }
    return found;
  }

  #loadNext(): void {
    if (this.failure !== null) return;
    for (const page of this.#wanted) {
      if (this.#loading.size >= mostAtOnce) return;
      if (this.#isMissing(page)) void this.#load(page);
    }
  }

  #isMissing(page: number): boolean {
    const { rowCount, initialRows } = this.#source;
    const [first, end] = [page * this.#size, Math.min((page + 1) * this.#size, rowCount)];
    if (page < 0 || first >= rowCount || this.#pages.has(page) || this.#loading.has(page)) return false;
    return this.#order !== null || initialRows.length < end;
  }

  async #load(page: number): Promise<void> {
    const [loading, order] = [this.#loading, this.#order];
    loading.add(page);
    try {
      const first = page * this.#size;
      const rows = await this.#source.loadRows(
        first,
        Math.min(this.#size, this.#source.rowCount - first),
        order,
      );
      if (loading === this.#loading) this.#keep(page, rows);
    } catch (error) {
      if (loading === this.#loading) this.failure = error instanceof Error ? error.message : String(error);
    }
    loading.delete(page);
    if (loading !== this.#loading) return;
    this.#source.onChange();
    this.#loadNext();
  }

  #keep(page: number, rows: readonly GridRow[]): void {
    this.#pages.set(page, rows);
    for (const old of this.#pages.keys()) {
      if (this.#pages.size <= mostKept) break;
      if (!this.#wanted.includes(old)) this.#pages.delete(old);
    }
  }
}
