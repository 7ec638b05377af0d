import type { Place } from "../../engine";

/** Why a text is no notebook. `values` are the names that the hint for the person shows. */
export class ReadError extends Error {
  readonly code: "not-json" | "not-a-notebook";
  /** Where in the file, when it is not JSON. */
  readonly place?: Place;
  readonly values: Readonly<Record<string, string>>;

  constructor(
    code: ReadError["code"],
    message: string,
    options: { place?: Place; values?: Readonly<Record<string, string>>; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "ReadError";
    this.code = code;
    this.place = options.place;
    this.values = options.values ?? {};
  }
}
