import { expect, test } from "vitest";
import { hasItsColumns, onlyWaiting } from "../../../src/cells/session/waiting-for";
import type { Session } from "../../../src/cells/session/session";
import { load, loadedTable, play, ready } from "./play";
import { slot } from "./slots";

function waitingFor(...tables: string[]): Session {
  const session = ready();
  const data = tables.map((table) => slot(["client", "day date"], { table }));
  return { ...session, notebook: { ...session.notebook, data } };
}

test("a table alone waits when no other lacks its rows and none are on their way", () => {
  expect(onlyWaiting(waitingFor("log"))?.table).toBe("log");
  expect(onlyWaiting(waitingFor())).toBeNull();
  expect(onlyWaiting(waitingFor("log", "users"))).toBeNull();
  const { session } = play(waitingFor("log", "users"), ...load("users"));
  expect(onlyWaiting(session)?.table).toBe("log");
  const [given] = load("log");
  expect(onlyWaiting(play(session, given!).session)).toBeNull();
});

test("a file has the columns that a table waits for whatever their order, and no others", () => {
  const log = slot(["client", "day date"]);
  const has = (...headers: string[]) => hasItsColumns(log, { format: "text", headers });
  expect(has("Day ", "client")).toBe(true);
  expect(has("client")).toBe(false);
  expect(has("client", "day", "sum")).toBe(false);
  // As the file had them, and not as a person called them later.
  const plan = {
    ...loadedTable("log").plan,
    columns: ["Kunde", "Tag"].map((header) => ({
      ...{ header, name: header, reading: { form: "text" } as const, isKept: true, isChosen: false },
    })),
  };
  const shape = { format: "text", headers: ["Kunde", "Tag"] } as const;
  expect(hasItsColumns({ ...log, plan }, shape)).toBe(true);
  expect(hasItsColumns({ ...log, plan: { ...plan, joined: { column: "file" } } }, shape)).toBe(false);
  // Without headers nothing says that the columns are the same.
  const bare = { ...plan, columns: plan.columns.map((column) => ({ ...column, header: "" })) };
  expect(hasItsColumns({ ...log, plan: bare }, { format: "text", headers: ["", ""] })).toBe(false);
});
