import type * as files from "./import-file";
import type * as previews from "./preview-file";

// How a file becomes a table is much code, and the first look at the page is not to wait for it.

export const importFile: typeof files.importFile = async (...asked) =>
  (await import("./import-file")).importFile(...asked);

export const previewFile: typeof previews.previewFile = async (...asked) =>
  (await import("./preview-file")).previewFile(...asked);
