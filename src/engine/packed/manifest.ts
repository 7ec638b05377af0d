/** A place in a module's text, in UTF-16 units: what stands there names another file, or the module's own address. */
export type ModulePlace = readonly [
  from: number,
  to: number,
  what: "static" | "dynamic" | "meta",
  /** Empty for the module's own address. */
  file: string,
];

/** What the page's program is made of; written by the build. Files are named by their path beside the page. */
export interface ProgramManifest {
  readonly entry: string;
  readonly styles: readonly string[];
  /** The module by which a chunk asks for the styles it needs, and what it exports. */
  readonly preload: { readonly file: string; readonly name: string };
  readonly files: Readonly<Record<string, readonly ModulePlace[]>>;
}
