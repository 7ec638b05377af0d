import type { Who } from "../report";
import type { Language } from "../texts";
import type { Group } from "./query";

export function whoIn(group: Group, { texts }: Language): Who {
  return { key: group, label: texts.modelGate.group[group] };
}
