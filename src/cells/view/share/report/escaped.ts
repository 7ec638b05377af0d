/** Text for HTML, in elements and in quoted attributes. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** A picture that runs nothing and asks for nothing, wherever its text is from. */
export function pictureOf(svg: string, words: string): string {
  const whole = svg.replace(/\p{Surrogate}/gu, "\ufffd");
  return `<img src="data:image/svg+xml;charset=utf-8,${escaped(encodeURIComponent(whole))}" alt="${escaped(words)}">`;
}

export function tableHtml(
  title: string,
  head: readonly { readonly text: string; readonly isNumber: boolean }[],
  rows: readonly (readonly { readonly text: string; readonly isOpen?: boolean }[])[],
): string {
  const side = (isNumber: boolean) => (isNumber ? ' class="n"' : "");
  const heads = head.map(({ text, isNumber }) => `<th scope="col"${side(isNumber)}>${escaped(text)}</th>`);
  const lines = rows.map((row) => {
    const cells = row.map(({ text, isOpen }, i) => {
      const isNumber = head[i]?.isNumber ?? false;
      const tag = i === 0 && !isNumber ? "th" : "td";
      const classes = [isNumber ? "n" : "", isOpen ? "open" : ""].filter(Boolean).join(" ");
      const scope = tag === "th" ? ' scope="row"' : "";
      return `<${tag}${scope}${classes && ` class="${classes}"`}>${escaped(text)}</${tag}>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<div class="wide" tabindex="0" role="region" aria-label="${escaped(title)}"><table><caption>${escaped(title)}</caption><thead><tr>${heads.join("")}</tr></thead><tbody>${lines.join("\n")}</tbody></table></div>`;
}
