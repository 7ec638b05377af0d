/**
 * What of a stranger's CSS may stand on the page. Properties and functions are named one by one; a value holds nothing that a
 * parser could read in two ways (no escapes, comments, at-rules, unbalanced quotes), and no address but `url(#own)`.
 */
const properties = new Set(
  `align-content align-items align-self accent-color aspect-ratio background background-color background-image background-position
  background-repeat background-size border border-block border-block-end border-block-start border-bottom border-bottom-color
  border-bottom-left-radius border-bottom-right-radius border-bottom-style border-bottom-width border-collapse border-color
  border-inline border-inline-end border-inline-start border-left border-left-color border-left-style border-left-width border-radius
  border-right border-right-color border-right-style border-right-width border-spacing border-style border-top border-top-color
  border-top-left-radius border-top-right-radius border-top-style border-top-width border-width bottom box-shadow box-sizing
  break-inside caption-side clear clip-path clip-rule color color-interpolation color-scheme column-count column-gap column-rule
  column-span column-width columns cursor cx cy d direction display dominant-baseline alignment-baseline baseline-shift empty-cells
  fill fill-opacity fill-rule filter flex flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap float font font-family
  font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style font-variant font-variant-caps
  font-variant-ligatures font-variant-numeric font-variation-settings font-weight gap grid grid-area grid-auto-columns grid-auto-flow
  grid-auto-rows grid-column grid-column-end grid-column-gap grid-column-start grid-gap grid-row grid-row-end grid-row-gap
  grid-row-start grid-template grid-template-areas grid-template-columns grid-template-rows height hyphens image-rendering inset isolation
  justify-content justify-items justify-self left letter-spacing line-height list-style list-style-position list-style-type margin
  margin-block margin-block-end margin-block-start margin-bottom margin-inline margin-inline-end margin-inline-start margin-left
  margin-right margin-top marker marker-end marker-mid marker-start mask max-height max-width min-height min-width mix-blend-mode
  object-fit object-position opacity order outline outline-color outline-offset outline-style outline-width overflow overflow-wrap
  overflow-x overflow-y padding padding-block padding-block-end padding-block-start padding-bottom padding-inline padding-inline-end
  padding-inline-start padding-left padding-right padding-top paint-order place-content place-items place-self pointer-events position
  r resize right rotate row-gap rx ry scale shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
  stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width tab-size table-layout text-align text-anchor
  text-decoration text-decoration-color text-decoration-line text-decoration-style text-decoration-thickness text-indent text-overflow
  text-rendering text-shadow text-transform text-underline-offset text-wrap top touch-action transform transform-box transform-origin
  translate unicode-bidi user-select vector-effect vertical-align visibility white-space width word-break word-spacing writing-mode
  x y z-index`.split(/\s+/),
);

const functions = new Set(
  `calc clamp max min var rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark translate translatex translatey
  rotate scale scalex scaley skew skewx skewy matrix linear-gradient radial-gradient conic-gradient repeating-linear-gradient
  repeating-radial-gradient brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia repeat minmax
  fit-content polygon circle ellipse inset path`.split(/\s+/),
);

const longest = 10_000;
const largest = 100_000;
const reference = /url\(\s*(["']?)#([\w:.\-\u00a0-\uffff]{1,200})\1\s*\)/gi;

/** The declarations of a `style` attribute that may stay, in their order. `prefix` as in `allowedAttribute`. */
export function allowedStyle(style: string, prefix: string | null): string {
  if (style.length > longest) return "";
  return declarations(style)
    .map((one) => {
      const colon = one.indexOf(":");
      const property = one.slice(0, colon).trim().toLowerCase();
      const value = allowedValue(one.slice(colon + 1).trim(), prefix);
      return colon > 0 && value !== null && isAllowed(property, value) ? `${property}: ${value}` : null;
    })
    .filter((one) => one !== null)
    .join("; ");
}

/** A value of a property or of a presentation attribute, its references under the tree's own prefix; null when it must go. */
export function allowedValue(value: string, prefix: string | null): string | null {
  if (value === "" || value.length > longest) return null;
  const plain = value.replace(reference, " ");
  if (plain !== value && prefix === null) return null;
  if (!/^[\p{L}\p{M}\p{N}\s#%.,+\-*/()'"_]*$/u.test(plain) || plain.includes("/*")) return null;
  if (!isBalanced(plain)) return null;
  for (const [, called] of plain.matchAll(/([\p{L}\p{N}_-]*)\(/gu))
    if (called && !functions.has(called.toLowerCase())) return null;
  return isSane(plain) ? value.replace(reference, (_, _quote, id: string) => `url(#${prefix}${id})`) : null;
}

function isAllowed(property: string, value: string): boolean {
  // Plot's own variable; any other could only be used by style sheets, and these are the page's.
  if (property.startsWith("--")) return /^--plot-[a-z-]{1,40}$/.test(property);
  if (property === "position") return /^(static|relative|absolute)$/i.test(value);
  return properties.has(property);
}

/** Split at semicolons that stand outside of quotes and parentheses. */
function declarations(style: string): string[] {
  return (
    style.match(/(?:[^;"'()]|"[^"]*"|'[^']*'|\((?:[^()"']|"[^"]*"|'[^']*'|\([^()]*\))*\)|["'()])+/g) ?? []
  );
}

function isBalanced(value: string): boolean {
  const bare = value.replace(/"[^"'\n]*"|'[^'"\n]*'/g, "");
  if (/["']/.test(bare)) return false;
  let depth = 0;
  for (const one of bare) {
    if (one === "(") depth++;
    if (one === ")" && --depth < 0) return false;
  }
  return depth === 0;
}

/** No length that only serves to make the page work. */
function isSane(value: string): boolean {
  const numbers = value.replace(/#[0-9a-f]{3,8}\b/gi, "").match(/\d*\.?\d+(?:e[+-]?\d+)?/gi) ?? [];
  return numbers.every((one) => Number(one) <= largest);
}
