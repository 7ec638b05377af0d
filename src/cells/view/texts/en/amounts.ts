import { choosing, counting, sizing } from "../forms";

export const count = counting("en");
export const size = sizing("en", ["B", "kB", "MB", "GB"]);
export const anyOf = choosing("en", "“", "”");
export const number = new Intl.NumberFormat("en");
export const rows = (n: number) => count(n, { one: "row", other: "rows" });
export const columns = (n: number) => count(n, { one: "column", other: "columns" });
