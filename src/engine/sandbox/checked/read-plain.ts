import type { PlainValue } from "../../data/plain-value";
import { type Allowance, deeper, list, object, Refusal, spend, text, yesOrNo } from "./reading";

export function readPlain(raw: unknown, allowance: Allowance, depth = 0): PlainValue {
  spend(1, allowance);
  switch (typeof raw) {
    case "boolean":
    case "number":
      return raw;
    case "bigint":
      // Text of a number that long would stop the page.
      if (raw >= 10n ** 1000n || raw <= -(10n ** 1000n)) throw new Refusal("unreadable", "whole number");
      return raw;
    case "string":
      return text(raw, "text", allowance);
    case "object":
      break;
    case "undefined":
    case "function":
    case "symbol":
      throw new Refusal("unreadable", "value");
  }
  if (raw === null) return null;
  const next = deeper(depth);
  if (Array.isArray(raw)) return list(raw, "list", allowance).map((one) => readPlain(one, allowance, next));
  const given = object(raw, "value");
  if (typeof given.identifier === "string") return { identifier: text(given.identifier, "name", allowance) };
  if (typeof given.date !== "number" || !(Math.abs(given.date) <= 8.64e15))
    throw new Refusal("unreadable", "date");
  return { date: given.date, isDay: yesOrNo(given.isDay, "isDay") };
}
