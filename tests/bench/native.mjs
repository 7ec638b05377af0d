// Native DuckDB: `native.mjs <threads|default>`. A line in, {load: path} or {ask: [statements]}; a line out, {ms, cpu}. The
// first line out is {version}.
import { DuckDBInstance } from "@duckdb/node-api";
import { createInterface } from "node:readline";

const [, , threads] = process.argv;
const instance = await DuckDBInstance.create(":memory:", threads === "default" ? {} : { threads });
const connection = await instance.connect();
const [[version]] = (await connection.runAndReadAll("select version()")).getRows();
say({ version });

for await (const line of createInterface({ input: process.stdin })) {
  const { load, ask } = JSON.parse(line);
  const began = process.cpuUsage();
  const started = performance.now();
  if (load) {
    await connection.run("drop table if exists events");
    await connection.run(`create table events as select * from read_csv('${load}')`);
  } else {
    for (const statement of ask) (await connection.runAndReadAll(statement)).getRows();
  }
  const { user, system } = process.cpuUsage(began);
  say({ ms: performance.now() - started, cpu: (user + system) / 1000 });
}

function say(answer) {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
