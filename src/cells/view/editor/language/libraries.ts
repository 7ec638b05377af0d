import { withoutMissing } from "./browser-names";
import scopeText from "./scope.dts?raw";
import { libraryTexts } from "./typescript";

const plot = import.meta.glob<string>("../../../../../node_modules/@observablehq/plot/src/**/*.d.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});
const packages = import.meta.glob<string>(
  [
    "../../../../../node_modules/@types/d3/index.d.ts",
    "../../../../../node_modules/@types/d3-*/index.d.ts",
    "../../../../../node_modules/@types/geojson/index.d.ts",
  ],
  { query: "?raw", import: "default", eager: true },
);

/** Every declaration that cells are read with, by its file name: the language, Plot, D3 and the scope of a cell. */
export const libraries: ReadonlyMap<string, string> = new Map([
  ...Object.entries(libraryTexts).map(([name, text]) => [`/lib/${name}`, text] as const),
  ["/lib/lib.dom.d.ts", withoutMissing(libraryTexts["lib.dom.d.ts"] ?? "")],
  ...[...Object.entries(plot), ...Object.entries(packages)].map(
    // A mark's options may be left out; a transform inside of them would then know no option at all: `Omit<… | undefined, "x">`.
    ([path, text]) =>
      [
        path.slice(path.indexOf("/node_modules/")),
        text.replaceAll("Omit<T,", "Omit<NonNullable<T>,"),
      ] as const,
  ),
  [
    "/node_modules/@types/d3/index.d.ts",
    // d3.csv(address) and its like would go to the network.
    Object.entries(packages)
      .find(([path]) => path.endsWith("/@types/d3/index.d.ts"))?.[1]
      .replace('export * from "d3-fetch";', "") ?? "",
  ],
  // Plot is a global with all its types, as D3 already says of itself.
  ["/scope/plot.d.ts", `export * from "@observablehq/plot";\nexport as namespace Plot;`],
  ["/scope/scope.d.ts", scopeText],
]);

/** The files that give a cell its globals; the rest come by their imports. */
export const roots = ["/scope/scope.d.ts", "/scope/plot.d.ts", "/node_modules/@types/d3/index.d.ts"];

/** Where an import leads: our packages by name, their own files by path, cells by theirs. Nothing else is there. */
export function resolve(target: string, from: string): string | undefined {
  if (target.startsWith("/cells/")) return target;
  if (target === "@observablehq/plot") return "/node_modules/@observablehq/plot/src/index.d.ts";
  if (target.startsWith(".")) {
    const path = new URL(target, `file://${from}`).pathname.replace(/\.js$/, "");
    return [`${path}.d.ts`, `${path}/index.d.ts`].find((file) => libraries.has(file));
  }
  const typed = `/node_modules/@types/${target}/index.d.ts`;
  return libraries.has(typed) ? typed : undefined;
}
