import { EngineError } from "../engine-error";
import { readTable } from "./arrow-table";
import type { ArrowRows } from "./database";
import { runAll, type Started, statementsOf } from "./run-statements";
import { type Sql, sql } from "./sql";

/**
 * Everything as it was at one moment, to be read piece by piece while others go on changing it. A transaction on a connection
 * of its own; between two pieces the queue serves whoever waits. A dropped table's memory is free only after `close`.
 */
export interface Snapshot {
  /** Several statements, the last one's rows; tables that they make are temporary and go with the snapshot. */
  arrow(...statements: readonly Sql[]): Promise<ArrowRows>;
  close(): Promise<void>;
}

type InTurn = <T>(work: (started: Started) => Promise<T>) => Promise<T>;

/** `seen` is what will be read: the moment is that of the first look at it. */
export async function openSnapshot(inTurn: InTurn, seen: Sql): Promise<Snapshot> {
  const own = await inTurn(async (started) => {
    const { engine, version } = started;
    const connection = await engine.connect();
    const begun: Started = { engine, connection, version };
    try {
      await engine.bindings.runQuery(connection, sql`begin transaction`.text);
      await runAll(begun, statementsOf([sql`select count(*) from ${seen}`]), { isBrief: true });
    } catch (error) {
      await engine.disconnect(connection);
      throw error;
    }
    return begun;
  });
  const ifThere = async <T>({ engine }: Started, work: () => Promise<T>): Promise<T> => {
    if (engine !== own.engine) throw new EngineError("restarted", "engine restarted while a table was read");
    return work();
  };
  return {
    arrow: (...parts) =>
      inTurn((started) =>
        ifThere(started, async () => {
          const { columns, messages } = await runAll(own, statementsOf(parts), { isBrief: true });
          return {
            columns: columns ?? readTable(messages).columns,
            // In Node they lie in DuckDB's own memory.
            messages: messages.map((message) => message.slice()),
          };
        }),
      ),
    close: () =>
      inTurn(async ({ engine }) => {
        if (engine === own.engine) await engine.disconnect(own.connection);
      }),
  };
}
