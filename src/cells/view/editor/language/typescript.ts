/** The only door to TypeScript: the copy inside Monaco, so that the page carries one. It runs in the worker alone. */
import type ts from "typescript";
import { typescript } from "monaco-editor/languages/features/typescript/lib/typescriptServices.js";
import { libFileMap } from "monaco-editor/languages/features/typescript/lib/lib.js";

export type { ts };
export const compiler: typeof ts = typescript;
/** TypeScript's own libraries by file name, such as `lib.es2023.d.ts`. */
export const libraryTexts: Readonly<Record<string, string>> = libFileMap;
