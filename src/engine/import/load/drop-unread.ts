import { name, type Sql, sql } from "../../data/sql";

/** Where rows that could not be read are kept: out of the way of the tables, and within reach of SQL. */
export const unreadSchema = "unread";

/** What goes with a table when it is dropped. */
export function dropUnread(table: string): readonly Sql[] {
  return [
    sql`create schema if not exists ${name(unreadSchema)}`,
    sql`drop table if exists ${name(unreadSchema, table)}`,
  ];
}
