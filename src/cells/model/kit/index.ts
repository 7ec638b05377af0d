export { notebookOfKit } from "./from-kit";
export { KitError, type KitReason } from "./kit-error";
export type { LeftOut } from "./to-kit";
export { writeKit } from "./write-kit";
