import type { DataSet, RoleMapping } from "../../src/analyses";
import { sql, type Database } from "../../src/engine";
import { sharedText } from "../reference/shared-data";
import { dataSet, tableFrom } from "./table-from";

interface SharedLog {
  /** In the folder of shared data. */
  readonly folder: string;
  readonly file: string;
  readonly types: Readonly<Record<string, string>>;
  readonly roles: RoleMapping;
}

/** Logs of activity whose numbers are known from elsewhere: `reference.json` beside each. */
export const sharedLogs = {
  tinyWorked: {
    folder: "tiny-worked",
    file: "events.csv",
    types: { customer: "varchar", date: "date", amount: "double" },
    roles: { customer: "customer", time: "date" },
  },
  cdnow: {
    folder: "cdnow-sample",
    file: "cdnow_sample.csv",
    types: { master_id: "varchar", customer_id: "varchar", date: "date", cds: "bigint", dollars: "double" },
    roles: { customer: "customer_id", time: "date" },
  },
  logins: {
    folder: "relax-logins",
    file: "takehome_user_engagement.csv",
    types: { time_stamp: "date", user_id: "bigint", visited: "bigint" },
    roles: { customer: "user_id", time: "time_stamp" },
  },
  shop: {
    folder: "rete-ecom",
    file: "ecom.csv",
    types: {
      user_id: "varchar",
      session_id: "varchar",
      event: "varchar",
      timestamp: "timestamp",
      platform: "varchar",
      acquisition_channel: "varchar",
      user_cohort: "varchar",
      user_lifecycle: "varchar",
    },
    roles: { customer: "user_id", time: "timestamp", event: "event" },
  },
} as const satisfies Readonly<Record<string, SharedLog>>;

export async function readSharedLog(
  database: Database,
  { folder, file, types, roles }: SharedLog,
  more: Partial<DataSet> = {},
): Promise<DataSet> {
  const table = folder.replaceAll("-", "_");
  const columns = await tableFrom(database, table, sharedText(`data/${folder}/${file}`), types);
  return dataSet(table, columns, roles, more);
}

/** Those who signed up for what `logins` is the log of, whether they came or not. */
export async function readSignups(database: Database): Promise<DataSet> {
  const path = await database.addFile(
    "users.csv",
    new Blob([sharedText("data/relax-logins/takehome_users.csv")]),
  );
  await database.query(sql`create or replace table users as select * from read_csv(${path})`);
  await database.removeFile(path);
  return dataSet("users", await database.describe(sql`from users`), { customer: "object_id" });
}
