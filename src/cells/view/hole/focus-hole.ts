/** Brings the person to a parameter in a cell's sentence. */
export function focusHole(cell: string, param: string): void {
  const place = document.querySelector(
    `[data-cell="${CSS.escape(cell)}"] [data-param="${CSS.escape(param)}"]`,
  );
  const field = place?.querySelector<HTMLElement>("select, input, button");
  field?.scrollIntoView({ block: "center" });
  field?.focus();
}
