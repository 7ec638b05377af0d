const most = 20;
const place = "ebb.recent";

/** What was chosen in the palette, latest first; kept by the browser where it keeps anything. */
export function recentChoices(): readonly string[] {
  return storage()?.getItem(place)?.split("\n").filter(Boolean) ?? [];
}

export function rememberChoice(id: string): void {
  const next = [id, ...recentChoices().filter((one) => one !== id)].slice(0, most);
  storage()?.setItem(place, next.join("\n"));
}

// Storage may be forbidden; then the commands stand in their own order.
function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
