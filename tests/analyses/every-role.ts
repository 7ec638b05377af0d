import type { DataSet, RoleMapping } from "../../src/analyses";
import type { Database } from "../../src/engine";
import { dataSet, tableFrom } from "./table-from";

/** Three customers in a table with a column for every role, and four numbers that play none. */
const csv = `
c,t,e,s,f,x,y,z,w,p,a,o,m,g,r,u,b,j
ann,2024-01-03 10:00:00,buy,2024-01-03,2024-04-30,1,1,1,1,one,10,1,10,2024-01-01,,active,old,2024-01-05 00:00:00
ann,2024-02-10 11:00:00,login,2024-05-01,2024-06-30,1,1,1,1,one,12,2,12,2024-01-01,price,active,old,2024-01-05 00:00:00
bob,2024-01-20 12:00:00,buy,2024-01-20,2024-02-20,1,1,1,1,one,7,3,7,2024-01-15,price,left,new,2024-01-20 00:00:00
cid,2024-02-02 09:00:00,buy,2024-02-02,,1,1,1,1,two,8,4,8,2024-02-01,,active,new,2024-02-01 00:00:00
cid,2024-03-20 09:00:00,buy,2024-03-01,,1,1,1,1,two,9,5,9,2024-02-01,,active,new,2024-02-01 00:00:00`;

export const everyRoleTypes = {
  c: "varchar",
  t: "timestamp",
  e: "varchar",
  s: "date",
  f: "date",
  x: "int",
  y: "int",
  z: "int",
  w: "int",
  p: "varchar",
  a: "double",
  o: "varchar",
  m: "double",
  g: "date",
  r: "varchar",
  u: "varchar",
  b: "varchar",
  j: "timestamp",
};

export const everyRole: RoleMapping = {
  customer: "c",
  time: "t",
  event: "e",
  start: "s",
  end: "f",
  parent: "p",
  amount: "a",
  order: "o",
  mrr: "m",
  signup: "g",
  reason: "r",
  status: "u",
  variant: "b",
  assigned: "j",
};

export async function everyRoleTable(database: Database, table: string): Promise<DataSet> {
  return dataSet(table, await tableFrom(database, table, csv, everyRoleTypes), everyRole);
}
