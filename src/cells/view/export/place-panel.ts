const [gap, margin] = [6, 8];

/** Puts a panel in the top layer below its button where there is room, else above it, else over it; never off the page. */
export function placePanel(panel: HTMLElement, button: HTMLElement): void {
  const { innerWidth: width, innerHeight: height } = window;
  const at = button.getBoundingClientRect();
  const scrolled = panel.scrollTop;
  const most = height - 2 * margin;
  panel.style.maxHeight = `${most}px`;
  const size = panel.getBoundingClientRect();
  const fitsBelow = size.height <= height - at.bottom - gap - margin;
  const wanted = fitsBelow ? at.bottom + gap : at.top - gap - size.height;
  const within = (place: number, room: number) => Math.max(margin, Math.min(place, room - margin));
  panel.style.top = `${within(wanted, height - size.height)}px`;
  panel.style.left = `${within(at.right - size.width, width - size.width)}px`;
  panel.scrollTop = scrolled;
}
