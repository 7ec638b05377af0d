import {
  exportTable,
  importFile,
  name,
  openDatabase,
  openExport,
  profileTable,
  rowsOf,
  sql,
} from "../../../src/engine";

/** Each step gives its milliseconds. */
interface DataBench {
  load(file: string): Promise<number>;
  /** Of the table as ten columns. */
  profile(): Promise<number>;
  /** A window of rows behind this one, from 0. */
  jump(offset: number): Promise<number>;
  /** The same in the order of a column, a while after its first rows were shown; each call goes elsewhere. */
  jumpSorted(column: string): Promise<number>;
  write(format: "csv" | "parquet"): Promise<number>;
}

declare global {
  interface Window {
    openDataBench: () => Promise<void>;
    dataBench: DataBench;
  }
}

window.openDataBench = async () => {
  const database = await openDatabase();
  const files = [...document.querySelector("input")!.files!];
  const table = "events";
  const text = { delimiter: ",", decimal: ".", hasMark: false, isExact: false } as const;
  let [isWide, jumps] = [false, 0];
  window.dataBench = {
    async load(wanted) {
      const file = files.find((one) => one.name === wanted)!;
      await database.query(sql`drop table if exists ${name(table)}`);
      return timed(() => importFile(database, file, { table }));
    },
    async profile() {
      if (!isWide)
        await database.query(sql`create table wide as
          select *, amount * 2 as double, time + interval 1 day as later, event || '!' as called,
            hash(customer) % 100 as bucket, amount > 50 as large, time::date as day from ${name(table)}`);
      isWide = true;
      return timed(() => profileTable(database, "wide"));
    },
    jump: (offset) => timed(() => rowsOf(database, name(table), { offset, limit: 100 })),
    async jumpSorted(column) {
      const window = { limit: 100, orderBy: { column, descending: false } };
      await rowsOf(database, name(table), { ...window, offset: 0 });
      await new Promise((done) => setTimeout(done, 4000));
      const [counted] = (await database.query(sql`select count(*) as n from ${name(table)}`)).rows();
      const offset = Math.floor(Number(counted!.n) * ((++jumps * 0.37) % 1));
      return timed(() => rowsOf(database, name(table), { ...window, offset }));
    },
    write: (format) =>
      timed(async () => {
        const source = await openExport({ database, relation: name(table), order: null });
        // What is written is counted and let go: the disk is not what is measured.
        await exportTable(source, { write: () => Promise.resolve() }, { format, title: table, text });
      }),
  };
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
