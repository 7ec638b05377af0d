/** A whole value taken from a field's list, which is no typing: there is nothing to wait for. */
export function wasPicked(event: Event): boolean {
  return !(event instanceof InputEvent) || event.inputType === "insertReplacementText";
}
