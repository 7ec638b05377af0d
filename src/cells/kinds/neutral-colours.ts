/** The page's variables for charts as they are on white paper: a file of its own has no style sheet. tokens.css is where they are decided. */
export const neutralColours: Readonly<Record<string, string>> = {
  "--ink": "#1e2422",
  "--ink-soft": "#565d59",
  "--ink-faint": "#666c67",
  "--paper": "#fcfbf8",
  "--paper-raised": "#ffffff",
  "--paper-sunken": "#f4f2ed",
  "--line": "#e5e2da",
  "--line-strong": "#c9c5ba",
  "--accent": "#0e6f6c",
  "--caution": "#8a5a00",
  "--harm": "#a8322a",
  "--chart-1": "#13807c",
  "--chart-2": "#b9801a",
  "--chart-kept": "#13807c",
  "--chart-lost": "#bf5b3d",
  "--chart-new": "#3f7fb5",
  "--chart-returned": "#8468b4",
  "--chart-muted": "#a7a49a",
  "--chart-grid": "#e5e2da",
  "--chart-band": "#13807c",
  "--plot-background": "#ffffff",
};

/** `var(--a)` and `var(--a, b)` as colours; what is not known is the colour of the text. */
export function inNeutralColours(value: string): string {
  let text = value;
  // Inside out, so that a variable can be another's fallback.
  for (let i = 0; i < 5 && text.includes("var("); i++)
    text = text.replace(
      /var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*(?:\([^()]*\)[^()]*)*))?\)/g,
      (_, variable: string, otherwise?: string) =>
        neutralColours[variable] ?? (otherwise?.trim() || "currentColor"),
    );
  return text.includes("var(") ? "currentColor" : text;
}
