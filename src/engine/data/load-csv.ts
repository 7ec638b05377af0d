import { EngineError } from "../engine-error";
import { misfitIn, widened } from "./csv/conversion";
import { headOf, inUtf8, unpack, wholeLines } from "./csv/file-text";
import { decoderOf, guessEncoding } from "./csv/guess-encoding";
import { optionsOf, planCsv } from "./csv/plan-csv";
import { createFromCsv, type CsvPlan } from "./csv/read-csv";
import { refuseNonTable } from "./csv/refuse-non-table";
import type { Database, QueryOptions } from "./database";
import type { CsvOptions, LoadedTable } from "./loaded-table";
import { readRejected } from "./rejected-rows";
import { name, sql } from "./sql";

export interface LoadCsvOptions extends Pick<QueryOptions, "signal" | "onProgress"> {
  /** Name of the new table; one that is there already is replaced when the load succeeds. */
  readonly table: string;
  /** What a person has corrected, or a notebook remembers; the rest is guessed. */
  readonly known?: Partial<CsvOptions>;
}

/** Reads a file into a table, whole or not at all. Rows that are broken are counted and shown, not guessed at. */
export async function loadCsv(database: Database, file: File, options: LoadCsvOptions): Promise<LoadedTable> {
  const { table, signal, onProgress, known } = options;
  const unpacked = await unpack(file);
  const head = await headOf(unpacked);
  const encoding = known?.encoding ?? guessEncoding(head.bytes);
  const text = new TextDecoder(decoderOf(encoding)).decode(head.bytes, { stream: true });
  refuseNonTable(file.name, head.bytes, text);
  const { plan, renamed, hasRows } = planCsv(
    file.name,
    head.isWhole ? text : wholeLines(text),
    encoding,
    known,
  );
  const content = await inUtf8(unpacked, encoding);
  const id = crypto.randomUUID().replaceAll("-", "");
  const path = await database.addFile(`${id}.csv`, content);
  const rejects = `rejects_${id}`;
  // Under a name of its own until it is known to be whole: a file that cannot be read costs no table that is there.
  const coming = `coming_${id}`;
  try {
    const reads = { path, bytes: content.size };
    const read = await readAll(database, plan, path, coming, rejects, { signal, onProgress, reads });
    const columns = await database.describe(sql`from ${name(coming)}`);
    const rows = await database.query(sql`select count(*) as n from ${name(coming)}`);
    const rejected = await readRejected(database, rejects, plan.names);
    const rowCount = Number(rows.value(0, "n"));
    if (!rowCount && hasRows) {
      const reason = rejected.first[0]?.reason ?? "unknown line ends";
      throw new EngineError("not-a-table", `not a table: no line of ${file.name} could be read (${reason})`);
    }
    await database.run([
      sql`drop table if exists ${name(table)}`,
      sql`alter table ${name(coming)} rename to ${name(table)}`,
    ]);
    return {
      name: table,
      file: { name: file.name, bytes: file.size, modified: file.lastModified },
      columns,
      rowCount,
      options: optionsOf(
        read,
        columns.map(({ type }) => type),
      ),
      rejected,
      renamed,
    };
  } finally {
    await database.removeFile(path);
    await database.run([sql`drop table if exists ${name(coming)}`]);
    await dropRejects(database, rejects);
  }
}

/** Repeats the load with a wider reading for a column as often as a cell does not fit it. Returns the plan that worked. */
async function readAll(
  database: Database,
  plan: CsvPlan,
  path: string,
  table: string,
  rejects: string,
  options: QueryOptions,
): Promise<CsvPlan> {
  try {
    await dropRejects(database, rejects);
    await database.query(createFromCsv(plan, path, table, rejects), options);
    return plan;
  } catch (error) {
    const misfit = error instanceof EngineError ? misfitIn(error.message) : undefined;
    if (!misfit) throw error;
    const readings = plan.readings.map((reading, i) =>
      i + 1 === misfit.column ? widened(reading, misfit.cell) : reading,
    );
    return readAll(database, { ...plan, readings }, path, table, rejects, options);
  }
}

async function dropRejects(database: Database, rejects: string): Promise<void> {
  await database.run([
    sql`drop table if exists ${name(rejects)}`,
    sql`drop table if exists ${name(`${rejects}_scan`)}`,
  ]);
}
