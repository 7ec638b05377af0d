import { limits } from "../limits";
import type { TreeChange, TreeElement, TreeNode } from "../output";
import {
  type Allowance,
  deeper,
  list,
  object,
  oneOf,
  Refusal,
  shortText,
  spend,
  text,
  whole,
  yesOrNo,
} from "./reading";

const spaces = ["html", "svg", "math"] as const;
const tag = /^[A-Za-z][A-Za-z0-9-]{0,60}$/;
const attribute = /^[A-Za-z_:][\w:.-]{0,200}$/;
const eventType = /^[a-z]{1,40}$/i;

/** A tree of shapes only; which tags and attributes may be drawn is decided where they are drawn. */
export function readTree(raw: unknown, allowance: Allowance, depth = 0): TreeNode {
  const node = object(raw, "node");
  spend(1, allowance);
  const id = whole(node.id, "id of a node");
  if (node.tag === undefined) return { id, text: text(node.text, "text of a node", allowance) };
  const next = deeper(depth);
  return {
    id,
    space: oneOf(node.space, spaces, "space"),
    tag: matching(node.tag, tag, "tag"),
    attributes: readAttributes(node.attributes, allowance),
    ...(node.properties === undefined ? {} : { properties: readProperties(node.properties, allowance) }),
    ...(node.listens === undefined ? {} : { listens: readTypes(node.listens, allowance) }),
    children: list(node.children, "children", allowance).map((child) => readTree(child, allowance, next)),
  };
}

export function readChange(raw: unknown, allowance: Allowance): TreeChange {
  const given = object(raw, "change");
  spend(1, allowance);
  const node = () => whole(given.node, "node of a change");
  const change = given.change;
  switch (change) {
    case "insert": {
      const before = given.before === null ? null : whole(given.before, "before");
      return { change, parent: whole(given.parent, "parent"), before, node: readTree(given.node, allowance) };
    }
    case "remove":
      return { change, node: node() };
    case "attribute": {
      const value = given.value === null ? null : text(given.value, "value of an attribute", allowance);
      return { change, node: node(), name: matching(given.name, attribute, "name of an attribute"), value };
    }
    case "text":
      return { change, node: node(), text: text(given.text, "text", allowance) };
    case "property":
      return oneOf(given.name, ["value", "checked"], "name of a property") === "checked"
        ? { change, node: node(), name: "checked", value: yesOrNo(given.value, "checked") }
        : { change, node: node(), name: "value", value: text(given.value, "value", allowance) };
    case "listen": {
      const type = matching(given.type, eventType, "type of an event");
      return { change, node: node(), type, on: yesOrNo(given.on, "on") };
    }
    default:
      throw new Refusal("unreadable", "change");
  }
}

function readAttributes(raw: unknown, allowance: Allowance): TreeElement["attributes"] {
  const entries = Object.entries(object(raw, "attributes"));
  if (entries.length > limits.attributes) throw new Refusal("unreadable", "attributes");
  // Names that no markup has are left out: frameworks set odd ones, and the rest of the element is worth showing.
  const fit = entries.filter(([name]) => attribute.test(name) && name !== "__proto__");
  return Object.fromEntries(fit.map(([name, value]) => [name, text(value, "attribute", allowance)]));
}

function readProperties(raw: unknown, allowance: Allowance): { value?: string; checked?: boolean } {
  const { value, checked } = object(raw, "properties");
  return {
    ...(value === undefined ? {} : { value: text(value, "value", allowance) }),
    ...(checked === undefined ? {} : { checked: yesOrNo(checked, "checked") }),
  };
}

function readTypes(raw: unknown, allowance: Allowance): string[] {
  return list(raw, "listens", allowance).map((type) => matching(type, eventType, "type of an event"));
}

function matching(raw: unknown, pattern: RegExp, what: string): string {
  const found = shortText(raw, what);
  if (!pattern.test(found)) throw new Refusal("unreadable", what);
  return found;
}
