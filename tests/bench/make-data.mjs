// Makes the bench's event log once: every value follows from the row's number, so each machine measures the same file.
import { existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

/** Path of a CSV with so many events of a fiftieth as many customers over 18 months, in the order of time. */
export async function makeData(folder, events) {
  const path = join(folder, `events-24-months-${events}.csv`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  // A file that was cut off must not be taken for a whole one.
  await connection.run(`copy (${eventLog(events)}) to '${path}.part' (header, delimiter ',')`);
  connection.closeSync();
  renameSync(`${path}.part`, path);
  return path;
}

// Each customer has a first day and a stay of their own; the events fall into it, more of them early.
function eventLog(events) {
  const share = (what, salt) => `((hash(${what}, ${salt}) % 1000003) / 1000003.0)`;
  return `
    with drawn as (
      select cast(floor(${share("i", 1)} * ${Math.floor(events / 50)}) as integer) as customer,
        ${share("i", 2)} as place, ${share("i", 3)} as what
      from range(${events}) as numbers(i)
    ), placed as (
      select customer, what, ${share("customer", 4)} * 680 as opens, 10 + ${share("customer", 5)} * 680 as stay, place
      from drawn
    )
    select 'C' || lpad(customer::varchar, 7, '0') as customer,
      timestamp '2024-01-01' + to_seconds(floor(least(opens + place * place * stay, 729.99) * 86400)::integer) as time,
      case when what < 0.4 then 'login' when what < 0.7 then 'report_built' when what < 0.9 then 'data_imported' else 'report_shared' end as event,
      round(what * 100, 2) as amount
    from placed
    order by time, customer`;
}
