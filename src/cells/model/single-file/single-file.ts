/** A notebook with the program that runs it and the data it is given, as one page. */
export interface SingleFile {
  readonly program: PackedProgram;
  /** The `.ipynb`, as text. */
  readonly notebook: string;
  readonly data: readonly PackedTable[];
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly words: {
    /** While the program starts. */
    readonly opening: string;
    /** Where it cannot. */
    readonly failed: string;
  };
}

export interface PackedProgram {
  /** The classic script that starts the rest. */
  readonly start: string;
  /** The page of the sandbox's frame, fit to be written into the file's own. */
  readonly frame: string;
  /** JSON. */
  readonly manifest: string;
  readonly files: readonly PackedFile[];
}

export interface PackedFile {
  readonly name: string;
  /** The gzipped file in base64. */
  readonly packed: string;
}

/** A file that becomes a table of the notebook. */
export interface PackedTable extends PackedFile {
  readonly table: string;
}

/** What is not known to browsers is never run. */
export const blockType = {
  notebook: "application/x-ipynb+json",
  json: "application/vnd.ebb+json",
  packed: "application/vnd.ebb.packed",
} as const;
