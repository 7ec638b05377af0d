import { importsOf, type SourceFile } from "./source-file";

/** What runs in a worker; `work-aside.ts` and what it needs stay on the page. */
const isTask = (path: string) => /^src\/analyses\/workers\/([\w-]+-task|tasks|task-worker)\.ts$/.test(path);

/** A worker does arithmetic: with the engine it would carry DuckDB and take seconds to start. Each way that leads there, once. */
export function burdenedWorkers(files: readonly SourceFile[]): string[] {
  const known = new Map(files.map((file) => [file.path.replace(/\.tsx?$/, ""), file]));
  const tasks = files.filter(({ path }) => isTask(path)).map(({ path }) => [path.replace(/\.ts$/, "")]);
  const seen = new Set(tasks.flat());
  const found: string[] = [];
  for (const way of tasks) {
    const file = known.get(way.at(-1)!);
    if (!file) continue;
    for (const { target, isOwn, isTypeOnly } of importsOf(file)) {
      if (!isOwn || isTypeOnly) continue;
      const own = known.has(target) ? target : `${target}/index`;
      if (own.startsWith("src/engine/")) found.push([...way, own].join(" -> "));
      else if (!seen.has(own)) {
        seen.add(own);
        tasks.push([...way, own]);
      }
    }
  }
  return found;
}
