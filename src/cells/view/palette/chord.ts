type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Ctrl, and ⌘ on a Mac, where Ctrl moves the caret. */
export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}

/**
 * What was pressed, as "Mod+Shift+K". Letters are told whatever Caps Lock says; on a Russian keyboard the key of Z writes "я":
 * letters that are not Latin are told by their place. A sign that needs Shift is told by itself: "?".
 */
export function chordOf(event: Pressed, mac = isMac()): string {
  const { key } = event;
  const isEnter = key === "Enter";
  const mod = isEnter ? event.ctrlKey || event.metaKey : mac ? event.metaKey : event.ctrlKey;
  const other = !isEnter && (mac ? event.ctrlKey : event.metaKey);
  const letter = letterOf(event);
  // Shift with the key of the minus writes another sign on every keyboard.
  const sign = mod && (key === "_" || event.code === "Minus") ? "-" : key;
  const name = letter ?? sign;
  const isPlainSign = name.length === 1 && letter === null && !mod;
  return [
    mod && "Mod",
    other && "Other",
    event.shiftKey && !isPlainSign && "Shift",
    event.altKey && "Alt",
    name,
  ]
    .filter(Boolean)
    .join("+");
}

function letterOf({ key, code }: Pressed): string | null {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  return key.length === 1 && !/[\x20-\x7e]/.test(key) ? (/^Key([A-Z])$/.exec(code)?.[1] ?? null) : null;
}

const macSigns: Readonly<Record<string, string>> = {
  Mod: "⌘",
  Shift: "⇧",
  Alt: "⌥",
  Enter: "↩",
  Escape: "esc",
};
const signs: Readonly<Record<string, string>> = { Mod: "Ctrl", Escape: "Esc" };
const arrows: Readonly<Record<string, string>> = { ArrowUp: "↑", ArrowDown: "↓" };

/** A key as it is written on this computer's keyboard: the parts that are pressed together, and those after them. */
export function shownKeys(keys: string, mac = isMac()): string {
  const shown = (part: string) => (mac ? macSigns : signs)[part] ?? arrows[part] ?? part;
  return keys
    .split(" ")
    .map((chord) =>
      chord
        .split(/\+(?=.)/)
        .map(shown)
        .join(mac ? "" : "+"),
    )
    .join(" ");
}
