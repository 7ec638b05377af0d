import { folded, type Linked } from "../../engine";
import { plainValueOf, readNames, type ReadFrom, type Sources } from "../kinds";
import { cellOf } from "./queue";
import { runOf, type Session } from "./session";

/** For each name that a cell reads, who gives it now. Names that nobody here defines are left to the language. */
export function sourcesOf(session: Session, id: string, linked: Linked): Sources {
  const cell = cellOf(session, id);
  const above = linked.inputs.get(id) ?? [];
  const givers = linked.nodes.filter((node) => above.includes(node.id));
  const names = new Set([...(cell ? readNames(cell) : []), ...pickedNames(session, above)]);
  const sources: Record<string, ReadFrom> = {};
  for (const name of names) {
    const giver = givers.find((node) => node.defines.some((one) => folded(one) === folded(name)));
    const defined = giver?.defines.find((one) => one === name) ?? definedAs(giver, name);
    const source = giver && sourceOf(session, giver.id, defined ?? name);
    if (source) sources[name] = source;
  }
  return sources;
}

/** SQL does not tell large letters from small ones; what it reads is to be asked for as it is written. */
function definedAs(giver: Linked["nodes"][number] | undefined, name: string): string | undefined {
  return giver?.defines.find((one) => folded(one) === folded(name));
}

function pickedNames(session: Session, above: readonly string[]): string[] {
  return above.flatMap((id) => {
    const cell = cellOf(session, id);
    return cell?.kind === "input" && cell.control.form === "table" && typeof cell.value === "string"
      ? [cell.value]
      : [];
  });
}

function sourceOf(session: Session, node: string, name: string): ReadFrom | null {
  const cell = cellOf(session, node);
  if (!cell) {
    const table = node.replace(/^table:/, "");
    return { from: "table", table, load: session.tables[table]?.load ?? "" };
  }
  switch (cell.kind) {
    case "sql":
      return { from: "result", cell: node, number: runOf(session, node).number };
    case "typescript":
      return { from: "code", cell: node, number: runOf(session, node).number, name };
    case "input":
      return { from: "input", value: plainValueOf(cell) };
    case "markdown":
    case "analysis":
    case "foreign":
      return null;
  }
}
