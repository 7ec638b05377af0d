import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";

// A path: in a test with a document, `URL` is the document's, which Node does not take.
const fixtures = fileURLToPath(import.meta.url).replace(/cells\/model\/[^/]*$/, "fixtures/");

export function fixture(name: string): string {
  return readFileSync(`${fixtures}notebooks/${name}.ipynb`, "utf8");
}

/** What the official schema has against a notebook file; empty for nothing. */
export function schemaErrors(text: string): readonly string[] {
  const isValid = validate(JSON.parse(text));
  return isValid ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

// The schema is draft 4, whose name ajv does not know; it uses no word that has another meaning since.
const { $schema: _draft, ...schema } = JSON.parse(
  readFileSync(`${fixtures}nbformat.v4.5.schema.json`, "utf8"),
);
const validate = new Ajv({ strict: false }).compile(schema);
