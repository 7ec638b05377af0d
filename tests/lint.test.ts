import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import { expect, test } from "vitest";

// The first reads the whole project's types, beside other tests.
const patience = 180_000;
const cwd = fileURLToPath(new URL("../", import.meta.url));

test.each([
  ["a value glued into SQL", "export const a = (id: string) => `select * from t where id = '${id}'`;"],
  ["SQL glued with plus", `export const a = (id: string) => "delete from t where id = " + id;`],
  ["glued text passed off as a person's own", "written(`${a} limit 1`);"],
  ["an error caught and forgotten", "export function a() { try { a(); } catch { /* never mind */ } }"],
  ["a forgotten await", "export function a() { Promise.resolve(1); }"],
  ["any", "export const a = (b: any) => b;"],
  ["console", "console.log(1);"],
])(
  "lint refuses %s",
  async (_, code) => {
    expect(await errorsIn(code)).not.toEqual([]);
  },
  patience,
);

test("lint lets SQL with its tag and plain sentences pass", async () => {
  const code = [
    `import { sql } from "./engine";`,
    "export const a = (id: string) => sql`select * from t where id = ${id}`;",
    "export const b = (n: number) => `with ${n} customers`;",
    "export const c = (n: number) => `Select ${n} columns`;",
  ];
  expect(await errorsIn(code.join("\n"))).toEqual([]);
});

async function errorsIn(code: string): Promise<string[]> {
  const eslint = new ESLint({ cwd });
  // A file that exists, because rules that know types ask the project for it.
  const results = await eslint.lintText(code, { filePath: "src/main.tsx" });
  return results.flatMap((result) =>
    result.messages.map((message) => `${message.ruleId}: ${message.message}`),
  );
}
