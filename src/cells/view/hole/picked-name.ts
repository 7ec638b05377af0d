/** A name to choose. */
export interface PickedName {
  readonly name: string;
  /** As people read it. */
  readonly shown: string;
  /** Above which it stands in a list. */
  readonly group: string;
}

/** In the order in which they are given; a group stands where its first name does. */
export function inGroups(choices: readonly PickedName[]): readonly [string, readonly PickedName[]][] {
  const groups = new Map<string, PickedName[]>();
  for (const one of choices) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return [...groups];
}

/** A list too long for the eye is searched by typing instead. */
export const mostListed = 50;
