// Monaco ships these two without types.
declare module "monaco-editor/languages/features/typescript/lib/typescriptServices.js" {
  import type ts from "typescript";
  export const typescript: typeof ts;
}

declare module "monaco-editor/languages/features/typescript/lib/lib.js" {
  export const libFileMap: Record<string, string>;
}
