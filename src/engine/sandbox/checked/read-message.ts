import { cutNote } from "../cut-note";
import { limits } from "../limits";
import type { CodeFrame, Fault, FromWorker, Shown } from "../protocol";
import type { Relation } from "../sandbox";
import { readInspected } from "./read-inspected";
import { readPart } from "./read-part";
import { readPlain } from "./read-plain";
import { readChange } from "./read-tree";
import { type Allowance, fullAllowance, list, object, oneOf, Refusal, shortText, whole } from "./reading";

/** What is left for a run; null when it is not the newest of its cell. */
export type AllowanceOf = (cell: string, number: number) => Allowance | null;

/** A message that is not to be acted on. `ask` or `cell` name who waits in vain, where they could be read. */
export interface Unread {
  readonly type: "unread";
  readonly why: "stale" | "unreadable";
  readonly what: string;
  readonly ask: number | null;
  readonly cell: string | null;
}

/**
 * Whatever came through the port, as a message of ours. Everything in it is new and plain: nothing of what came is passed
 * on. Never throws.
 */
export function readMessage(raw: unknown, allowanceOf: AllowanceOf): FromWorker | Unread {
  try {
    return read(object(raw, "message"), allowanceOf);
  } catch (fault) {
    const what = fault instanceof Refusal ? fault.message : "unreadable";
    return unread("unreadable", what, raw);
  }
}

function read(given: Readonly<Record<string, unknown>>, allowanceOf: AllowanceOf): FromWorker | Unread {
  const ask = () => whole(given.ask, "ask");
  const run = () => ({ cell: shortText(given.cell, "cell"), number: whole(given.number, "number") });
  const { type } = given;
  switch (type) {
    case "ready":
    case "pong":
      return { type };
    case "shown": {
      const of = run();
      const allowance = allowanceOf(of.cell, of.number);
      if (!allowance) return unread("stale", "shown", given);
      return { type, ...of, items: readShown(list(given.items, "items", allowance), allowance) };
    }
    case "done": {
      const defined = list(given.defined, "defined", fullAllowance()).map((one) => {
        const { name, description } = object(one, "defined");
        return { name: shortText(name, "name"), description: shortText(description, "description") };
      });
      return { type, ...run(), defined };
    }
    case "failed":
      return { type, ...run(), fault: readFault(given.fault) };
    case "query":
      return { type, ask: ask(), ...run(), sql: shortText(given.sql, "sql", limits.sql) };
    case "analyse": {
      const options = shortText(given.options, "options", limits.json);
      return { type, ask: ask(), ...run(), id: shortText(given.id, "id"), options };
    }
    case "values": {
      const allowance = fullAllowance();
      const values = list(given.values, "values", allowance).map((value) => readPlain(value, allowance));
      return { type, ask: ask(), values };
    }
    case "relation":
      return { type, ask: ask(), relation: readRelation(given.relation) };
    case "expanded":
      return { type, ask: ask(), value: readInspected(given.value, fullAllowance()) };
    case "refused":
      return { type, ask: ask(), fault: readFault(given.fault) };
    default:
      throw new Refusal("unreadable", "type of a message");
  }
}

/** One thing that cannot be shown does not take the others with it. */
function readShown(raw: readonly unknown[], allowance: Allowance): Shown[] {
  const shown: Shown[] = [];
  for (const item of raw) {
    try {
      shown.push(readItem(object(item, "item"), allowance));
    } catch (fault) {
      shown.push({ what: "part", part: cutNote(fault instanceof Refusal ? fault.why : "unreadable") });
      break;
    }
  }
  return shown;
}

function readItem(given: Readonly<Record<string, unknown>>, allowance: Allowance): Shown {
  const { what } = given;
  switch (what) {
    case "part":
      return { what, part: readPart(given.part, allowance) };
    case "changes": {
      const changes = list(given.changes, "changes", allowance);
      return {
        what,
        part: whole(given.part, "number of a part"),
        changes: changes.map((change) => readChange(change, allowance)),
      };
    }
    case "view":
      return { what, name: shortText(given.name, "name") };
    default:
      throw new Refusal("unreadable", "what is shown");
  }
}

function readFault(raw: unknown): Fault {
  const given = object(raw, "fault");
  const codes = ["code", "not-a-value", "not-a-table", "sql", "stopped", "missing-table"] as const;
  const frames = list(given.frames, "frames", fullAllowance());
  if (frames.length > limits.frames) throw new Refusal("unreadable", "frames");
  return {
    code: oneOf(given.code, codes, "code"),
    message: shortText(given.message, "message", limits.message),
    place: given.place === null ? null : readPlace(object(given.place, "place")),
    frames: frames.map(readFrame),
  };
}

function readFrame(raw: unknown): CodeFrame {
  const given = object(raw, "frame");
  return {
    cell: shortText(given.cell, "cell"),
    label: shortText(given.label, "label"),
    name: shortText(given.name, "name"),
    ...readPlace(given),
  };
}

function readPlace(given: Readonly<Record<string, unknown>>): { line: number; column: number } {
  return { line: whole(given.line, "line", 1), column: whole(given.column, "column", 1) };
}

function readRelation(raw: unknown): Relation {
  const given = object(raw, "relation");
  const { ipcStream } = given;
  // A view of a shared or foreign kind of buffer would change under the reader's hands.
  if (!(ipcStream instanceof Uint8Array) || !(ipcStream.buffer instanceof ArrayBuffer))
    throw new Refusal("unreadable", "bytes");
  return { rowCount: whole(given.rowCount, "rowCount"), ipcStream };
}

function unread(why: Unread["why"], what: string, raw: unknown): Unread {
  const { ask, cell } = (raw !== null && typeof raw === "object" ? raw : {}) as Record<string, unknown>;
  return {
    type: "unread",
    why,
    what,
    ask: Number.isSafeInteger(ask) ? (ask as number) : null,
    cell: typeof cell === "string" && cell.length < 1000 ? cell : null,
  };
}
