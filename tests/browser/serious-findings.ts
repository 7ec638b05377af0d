import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Axe {
  run(
    place: string,
    options: object,
  ): Promise<{ violations: { impact: string; id: string; nodes: { html: string }[] }[] }>;
}

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe calls serious or critical, each with the first elements that have it. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(
    async (runOnly) =>
      (
        await (window as unknown as { axe: Axe }).axe.run("html", {
          runOnly,
          // What is fine, and where each element lies, nobody reads.
          resultTypes: ["violations"],
          selectors: false,
        })
      ).violations,
    rules,
  );
  return found
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${shown(nodes)}`);
}

function shown(nodes: readonly { html: string }[]): string {
  return nodes
    .slice(0, 3)
    .map(({ html }) => html.slice(0, 140))
    .join(" | ");
}
