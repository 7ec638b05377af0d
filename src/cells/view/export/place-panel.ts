const [gap, margin] = [6, 8];

/** Puts a panel in the top layer beside its button: below it where there is room, else above, and never off the page. */
export function placePanel(panel: HTMLElement, button: HTMLElement): void {
  const { innerWidth: width, innerHeight: height } = window;
  const at = button.getBoundingClientRect();
  panel.style.maxHeight = "";
  const size = panel.getBoundingClientRect();
  const below = height - at.bottom - gap - margin;
  const above = at.top - gap - margin;
  const isBelow = size.height <= below || below >= above;
  const room = Math.max(120, isBelow ? below : above);
  const tall = Math.min(size.height, room);
  const top = isBelow ? at.bottom + gap : at.top - gap - tall;
  const left = Math.max(margin, Math.min(at.right - size.width, width - size.width - margin));
  panel.style.top = `${Math.max(margin, Math.min(top, height - tall - margin))}px`;
  panel.style.left = `${left}px`;
  panel.style.maxHeight = `${room}px`;
}
