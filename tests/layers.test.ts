import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { brokenChain } from "./layers/chain";
import { brokenDoors } from "./layers/doors";
import { brokenHabits, brokenWords } from "./layers/habits";
import { importsOf, readFiles, withoutComments } from "./layers/source-file";
import { burdenedWorkers } from "./layers/workers";

const root = fileURLToPath(new URL("../", import.meta.url));
const source = readFiles(root, "src");

describe("the project", () => {
  test("imports point down the chain and enter engine and analyses by their door", () => {
    expect(brokenChain(source)).toEqual([]);
  });

  test("what runs in a worker does without the engine", () => {
    expect(burdenedWorkers(source)).toEqual([]);
  });

  test("each heavy package is imported at its one door", () => {
    expect(brokenDoors(source)).toEqual([]);
  });

  test("no file is too long, named after nothing, or makes an exception without a reason", () => {
    expect(brokenHabits([...source, ...readFiles(root, "tests")])).toEqual([]);
  });

  test("no foreign address in the code, no Cyrillic outside the texts", () => {
    expect(brokenWords(source)).toEqual([]);
  });
});

describe("the checks see a broken rule", () => {
  const chain = (path: string, text: string) => brokenChain([{ path, text }]);
  const doors = (path: string, text: string) => brokenDoors([{ path, text }]);
  const habits = (path: string, text: string) => brokenHabits([{ path, text }]);
  const words = (path: string, text: string) => brokenWords([{ path, text }]);

  test("an analysis that imports a session", () => {
    expect(chain("src/analyses/attrition/index.ts", `import { update } from "../../cells/session";`)).toEqual(
      ["src/analyses/attrition/index.ts: imports src/cells/session, up the chain"],
    );
    expect(chain("src/engine/data/load.ts", `export type { Role } from "../../analyses";`)).toHaveLength(1);
    expect(chain("src/cells/model/cell.ts", `const later = import("../view/page");`)).toHaveLength(1);
    expect(chain("src/cells/kinds/sql.ts", `type S = import("../session/store").Store;`)).toHaveLength(1);
    expect(
      chain("src/engine/w.ts", `new Worker(new URL("../cells/view/w.ts", import.meta.url));`),
    ).toHaveLength(1);
  });

  test("a model that reaches past the engine's door", () => {
    expect(chain("src/cells/model/a.ts", `import { sql } from "../../engine/data/sql";`)).toEqual([
      "src/cells/model/a.ts: imports src/engine/data/sql, past the door src/engine/index.ts",
    ]);
    expect(chain("src/cells/model/a.ts", `import { sql } from "../../engine";`)).toEqual([]);
    expect(chain("src/cells/model/a.ts", `import { sql } from "../../engine/index.ts";`)).toEqual([]);
  });

  test("a worker that reaches the engine by another file", () => {
    const files = (text: string) => [
      { path: "src/analyses/workers/row-sum-task.ts", text: `import { sum } from "../stats/sum";` },
      { path: "src/analyses/stats/sum.ts", text },
      { path: "src/engine/index.ts", text: "" },
    ];
    expect(burdenedWorkers(files(`import { sql } from "../../engine";`))).toEqual([
      "src/analyses/workers/row-sum-task -> src/analyses/stats/sum -> src/engine/index",
    ]);
    expect(burdenedWorkers(files(`export { sql } from "../../engine/index.ts";`))).toHaveLength(1);
    expect(burdenedWorkers(files(`import type { Table } from "../../engine";`))).toEqual([]);
    expect(burdenedWorkers(files(`import { sum } from "./sum";`))).toEqual([]);
  });

  test("a file that lies in no layer", () => {
    expect(chain("src/tools/a.ts", "")).toEqual(["src/tools/a.ts: lies in no layer"]);
    expect(chain("src/main.tsx", `import "./mainframe";`)).toHaveLength(1);
    expect(chain("src/main.tsx", `import { Page } from "./cells/view";`)).toEqual([]);
  });

  test("a heavy package away from its door", () => {
    expect(doors("src/cells/model/a.ts", `import { useState } from "react";`)).toHaveLength(1);
    expect(doors("src/analyses/a/figure.ts", `import * as Plot from "@observablehq/plot";`)).toHaveLength(1);
    expect(doors("src/analyses/report.ts", `import * as Plot from "@observablehq/plot";`)).toHaveLength(1);
    expect(doors("src/analyses/report.ts", `import type { Markish } from "@observablehq/plot";`)).toEqual([]);
    expect(
      doors("src/engine/data/load.ts", `import { type AsyncDuckDB } from "@duckdb/duckdb-wasm";`),
    ).toEqual([]);
    expect(
      doors("src/engine/data/load.ts", `import wasm from "@duckdb/duckdb-wasm/dist/a.wasm?url";`),
    ).toHaveLength(1);
    expect(doors("src/cells/view/cell.tsx", `import "monaco-editor/esm/vs/editor/editor.api";`)).toHaveLength(
      1,
    );
  });

  test("a file that is too long, named after nothing, or hides a rule", () => {
    expect(habits("src/engine/a.ts", "x\n".repeat(301))).toEqual([
      "src/engine/a.ts: 301 lines, more than 300",
    ]);
    expect(habits("src/engine/a.ts", "x\n".repeat(300))).toEqual([]);
    expect(habits("src/engine/date-utils.ts", "")).toHaveLength(1);
    expect(habits("src/cells/view/common/a.ts", "")).toHaveLength(1);
    expect(habits("src/cells/view/commonness.ts", "")).toEqual([]);
    expect(habits("src/engine/a.ts", `// ${"eslint"}-disable-next-line no-console`)).toHaveLength(1);
    expect(habits("src/engine/a.ts", `// ${"eslint"}-disable-next-line no-console -- the door`)).toEqual([]);
  });

  test("a foreign address, and Cyrillic outside the texts", () => {
    const address = `${"https"}://example.org/a`;
    expect(words("src/engine/a.ts", `const a = "${address}";`)).toEqual([
      `src/engine/a.ts: foreign address ${address}`,
    ]);
    expect(words("src/cells/view/a.tsx", `const a = <p>see ${address}</p>;`)).toHaveLength(1);
    expect(words("src/cells/view/a.css", `a { background: url(${address}) }`)).toHaveLength(1);
    expect(words("src/engine/a.ts", `// after ${address}\nconst a = 1; /* ${address} */`)).toEqual([]);
    expect(words("src/engine/a.ts", `const a = "http://www.w3.org/2000/svg";`)).toEqual([]);
    expect(words("src/engine/a.ts", `const a = "http://www.w3.org/foo";`)).toHaveLength(1);
    expect(words("src/analyses/a.ts", `const a = "\u043e\u0442\u0442\u043e\u043a";`)).toHaveLength(1);
    expect(words("src/analyses/texts/ru.ts", `const a = "\u043e\u0442\u0442\u043e\u043a";`)).toEqual([]);
  });

  test("comments are told from text that looks like one", () => {
    const text = `const a = "//kept"; // gone\nconst b = \`/* kept \${a /* gone */} */\`;`;
    const code = withoutComments({ path: "a.ts", text });
    expect(code).toContain("//kept");
    expect(code).toContain("/* kept");
    expect(code).not.toContain("gone");
  });

  test("imports are resolved from the importing file", () => {
    expect(importsOf({ path: "src/cells/view/a.tsx", text: `import x from "../model/b.ts?url";` })).toEqual([
      { target: "src/cells/model/b", isOwn: true, isTypeOnly: false },
    ]);
  });
});
