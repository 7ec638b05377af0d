/** How the cells of one column become values. */
export type Reading =
  | { readonly form: "text" }
  | { readonly form: "boolean" }
  | { readonly form: "whole" | "number"; readonly marks: NumberMarks }
  /** Without a format: as ISO 8601 writes it; a time with an offset becomes UTC. */
  | { readonly form: "date" | "timestamp"; readonly format?: string };

export interface NumberMarks {
  readonly decimal: "." | ",";
  /** `" "` stands for all the blanks that number formats use. */
  readonly thousands: "" | " " | "," | ".";
}

export const plainMarks: NumberMarks = { decimal: ".", thousands: "" };
export const text: Reading = { form: "text" };

const types = {
  text: "VARCHAR",
  boolean: "BOOLEAN",
  whole: "BIGINT",
  number: "DOUBLE",
  date: "DATE",
  timestamp: "TIMESTAMP",
} as const;

export function typeOf(reading: Reading): string {
  return types[reading.form];
}

/** A type that a person or a saved notebook asks for; the guess keeps its formats where it gives that type anyway. */
export function readingAs(type: string, guess: Reading): Reading {
  if (typeOf(guess) === type) return guess;
  const marks = "marks" in guess ? guess.marks : plainMarks;
  switch (type) {
    case "BOOLEAN":
      return { form: "boolean" };
    case "BIGINT":
      return { form: "whole", marks };
    case "DOUBLE":
      return { form: "number", marks };
    case "DATE":
    case "TIMESTAMP":
      return { form: type === "DATE" ? "date" : "timestamp" };
    default:
      return text;
  }
}
