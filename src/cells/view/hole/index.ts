export { Hole } from "./hole";
export { focusHole } from "./focus-hole";
export { fetchLeversHole } from "./later";
export { TableHole } from "./table-hole";
export { useTableNames } from "./table-names";
