import { readFileSync } from "node:fs";
import { Ajv } from "ajv";

const fixtures = new URL("../../fixtures/", import.meta.url);

export function fixture(name: string): string {
  return readFileSync(new URL(`notebooks/${name}.ipynb`, fixtures), "utf8");
}

/** What the official schema has against a notebook file; empty for nothing. */
export function schemaErrors(text: string): readonly string[] {
  const isValid = validate(JSON.parse(text));
  return isValid ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

// The schema is draft 4, whose name ajv does not know; it uses no word that has another meaning since.
const { $schema: _draft, ...schema } = JSON.parse(
  readFileSync(new URL("nbformat.v4.5.schema.json", fixtures), "utf8"),
);
const validate = new Ajv({ strict: false }).compile(schema);
