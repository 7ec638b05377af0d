// Times the same SQL on native DuckDB, in a process of its own: `native.mjs <csv> <threads|default> <runs>`, queries on stdin.
import { DuckDBInstance } from "@duckdb/node-api";
import { text } from "node:stream/consumers";
import { median } from "./median.mjs";

const [, , csv, threads, runs] = process.argv;
const queries = JSON.parse(await text(process.stdin));

const instance = await DuckDBInstance.create(":memory:", threads === "default" ? {} : { threads });
const connection = await instance.connect();
const times = {
  load: await timed(async () => {
    await connection.run("drop table if exists events");
    await connection.run(`create table events as select * from read_csv('${csv}')`);
  }),
};
for (const [name, statements] of Object.entries(queries)) {
  times[name] = await timed(async () => {
    for (const statement of statements) await (await connection.runAndReadAll(statement)).getRows();
  });
}
const version = (await connection.runAndReadAll("select version()")).getRows()[0][0];
process.stdout.write(JSON.stringify({ version, times }));

async function timed(work) {
  const taken = [];
  for (let left = Number(runs); left > 0; left -= 1) {
    const started = performance.now();
    await work();
    taken.push(performance.now() - started);
  }
  return median(taken);
}
