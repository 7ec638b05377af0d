import type { Fault } from "../protocol";

/** An error of the sandbox itself or of the page, as cells see it; others stay what the cell threw. */
export class RuntimeFault extends Error {
  readonly code: Fault["code"];

  constructor(code: Fault["code"], message: string) {
    super(message);
    this.name = "Error";
    this.code = code;
  }
}
