/** The page's CSS variables as they are in a theme, whichever theme is on: read from the style sheets themselves. */
export function themeVariables(theme: "light" | "dark"): Map<string, string> {
  const found = new Map<string, string>();
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSStyleRule) || !isOf(theme, rule.selectorText)) continue;
      for (const property of rule.style)
        if (property.startsWith("--")) found.set(property, rule.style.getPropertyValue(property).trim());
    }
  }
  return found;
}

export function pageTheme(): "light" | "dark" {
  return document.documentElement.dataset.theme === "dark" ? "dark" : "light";
}

/** `var(--a)` and `var(--a, b)` replaced by what they stand for. */
export function withoutVariables(text: string, variables: ReadonlyMap<string, string>, depth = 0): string {
  return text.replace(/var\((--[\w-]+)(?:,\s*([^()]*))?\)/g, (_, variable: string, otherwise?: string) => {
    const value = variables.get(variable) ?? otherwise ?? "currentColor";
    return depth < 5 ? withoutVariables(value, variables, depth + 1) : value;
  });
}

function isOf(theme: string, selector: string): boolean {
  return selector.split(",").some((part) => {
    const plain = part.trim().replaceAll("'", '"');
    return plain === ":root" || plain === `:root[data-theme="${theme}"]`;
  });
}
