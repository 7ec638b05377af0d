import MarkdownIt from "markdown-it";

const markdown = new MarkdownIt({ html: true, linkify: true, typographer: false });
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

const tag = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const handler = /(["'\s/])on[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*)/gi;

// Alignment as an attribute: `style` does not get through.
for (const rule of ["th_open", "td_open"]) {
  markdown.renderer.rules[rule] = (tokens, i, options, _env, self) => {
    const token = tokens[i]!;
    const side = /text-align:(left|center|right)/.exec(String(token.attrGet("style") ?? ""))?.[1];
    token.attrs = side ? [["align", side]] : null;
    return self.renderToken(tokens, i, options);
  };
}

for (const rule of ["html_block", "html_inline"]) {
  markdown.renderer.rules[rule] = (tokens, i) => withoutAlarms(tokens[i]!.content);
}

/**
 * Chromium reports event handlers and base addresses to the page's security policy even in a document where they cannot run; a stranger's
 * text must not raise that alarm. This is for silence only: what is safe is decided in sanitise.ts.
 */
export function withoutAlarms(html: string): string {
  return html.replace(tag, (one) => (/^<base\b/i.test(one) ? "" : one.replace(handler, "$1")));
}

/** GitHub's Markdown as HTML that nobody has looked through yet: only `sanitise` may take it. */
export function toHtml(source: string): string {
  return markdown.render(source);
}
