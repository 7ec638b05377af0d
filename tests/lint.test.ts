import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import { expect, test } from "vitest";

const cwd = fileURLToPath(new URL("../", import.meta.url));

test.each([
  ["a value glued into SQL", "export const a = (id: string) => `select * from t where id = '${id}'`;"],
  ["SQL glued with plus", `export const a = (id: string) => "delete from t where id = " + id;`],
  ["glued text passed off as a person's own", "written(`${a} limit 1`);"],
  ["an error caught and forgotten", "export function a() { try { a(); } catch { /* never mind */ } }"],
  ["any", "export const a = (b: any) => b;"],
  ["console", "console.log(1);"],
])("lint refuses %s", async (_, code) => {
  expect(await errorsIn(code)).not.toEqual([]);
});

const rulesWithTypes = {
  "no-floating-promises": "export function a() { Promise.resolve(1); }",
  "no-misused-promises": "export const a = [1].filter(async () => true);",
  "await-thenable": "export async function a() { await 1; }",
  "switch-exhaustiveness-check": 'export function a(b: "c" | "d") { switch (b) { case "c": return 1; } }',
  "only-throw-error": 'export function a() { throw "b"; }',
};

test("lint with types refuses a forgotten await and four others, and lets what is right pass", () => {
  const folder = mkdtempSync(join(tmpdir(), "ebb-lint-"));
  try {
    const strict = { compilerOptions: { strict: true, target: "ES2022" } };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(strict));
    for (const [rule, code] of Object.entries(rulesWithTypes))
      writeFileSync(join(folder, `${rule}.ts`), `${code}\n`);
    writeFileSync(join(folder, "right.ts"), "export async function a() { await Promise.resolve(1); }\n");
    const config = join(cwd, ".oxlintrc.json");
    const { stdout } = spawnSync(
      process.execPath,
      [join(cwd, "node_modules/oxlint/bin/oxlint"), "-c", config, "--format=json", folder],
      { encoding: "utf8", cwd },
    );
    const found = (JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] }).diagnostics;
    expect(found.map(({ code, filename }) => [code, filename.split("/").at(-1)]).toSorted()).toEqual(
      Object.keys(rulesWithTypes)
        .toSorted()
        .map((rule) => [`typescript(${rule})`, `${rule}.ts`]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

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
  const results = await eslint.lintText(code, { filePath: "src/main.tsx" });
  return results.flatMap((result) =>
    result.messages.map((message) => `${message.ruleId}: ${message.message}`),
  );
}
