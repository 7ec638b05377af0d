/** Names that may stand on the page when code of a notebook asks for them. Everything else is left out. */

const words = (text: string) => text.trim().split(/\s+/);

export const htmlTags = new Set(
  words(`a abbr address article aside b bdi bdo blockquote br button caption cite code col colgroup data datalist dd del details
  dfn div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label legend li
  main mark meter nav ol optgroup option output p pre progress q rp rt ruby s samp search section select small span strong sub
  summary sup table tbody td textarea tfoot th thead time tr u ul var wbr`),
);

/** By lower case, since SVG's names have capitals. No filters' primitives, animations, scripts or foreign content. */
export const svgTags = byLowerCase(
  words(`a circle clipPath defs desc ellipse g image line linearGradient marker mask path pattern polygon polyline
  radialGradient rect stop svg switch symbol text textPath title tspan use view`),
);

export const mathTags = new Set(
  words(`math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle
  msub msubsup msup mtable mtd mtext mtr munder munderover`),
);

/** What is inside of these is not for the eye either. */
export const droppedTags = new Set(
  words(`animate animatecolor animatemotion animatetransform applet audio base basefont bgsound canvas discard embed
  fedropshadow feimage fencedframe filter foreignobject frame frameset head iframe link listing meta mpath noembed noframes
  noscript object param plaintext portal script set slot source style template title track video xmp annotation-xml semantics
  handler listener tref`),
);

export const globalAttributes = new Set(words("title lang dir role hidden"));

export const htmlAttributes: Readonly<Record<string, ReadonlySet<string>>> = {
  button: new Set(words("type disabled value")),
  col: new Set(words("span width")),
  colgroup: new Set(words("span width")),
  data: new Set(["value"]),
  del: new Set(["datetime"]),
  details: new Set(["open"]),
  fieldset: new Set(["disabled"]),
  img: new Set(words("alt width height")),
  input: new Set(
    words("type value min max step placeholder checked disabled readonly maxlength size inputmode multiple"),
  ),
  ins: new Set(["datetime"]),
  li: new Set(["value"]),
  meter: new Set(words("value min max low high optimum")),
  ol: new Set(words("start reversed type")),
  optgroup: new Set(words("label disabled")),
  option: new Set(words("value label selected disabled")),
  progress: new Set(words("value max")),
  select: new Set(words("multiple size disabled")),
  table: new Set(words("align width border cellpadding cellspacing")),
  td: new Set(words("colspan rowspan align valign width height")),
  textarea: new Set(words("rows cols placeholder disabled readonly maxlength wrap")),
  th: new Set(words("colspan rowspan align valign width height scope abbr")),
  time: new Set(["datetime"]),
  tr: new Set(words("align valign")),
};

/** Read as CSS values: colours, keywords, lengths, `url(#own)`. */
export const svgPresentation = new Set(
  words(`alignment-baseline baseline-shift clip-path clip-rule color color-interpolation cursor direction display
  dominant-baseline fill fill-opacity fill-rule filter font-family font-size font-stretch font-style font-variant font-weight
  image-rendering letter-spacing marker marker-end marker-mid marker-start mask mix-blend-mode opacity overflow paint-order pointer-events
  shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
  stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-rendering transform-origin unicode-bidi
  vector-effect visibility white-space word-spacing writing-mode`),
);

/** Numbers, lists of numbers, transforms, keywords. */
export const svgGeometry = byLowerCase(
  words(`clipPathUnits cx cy d dx dy fr fx fy gradientTransform gradientUnits height lengthAdjust markerHeight markerUnits
  markerWidth maskContentUnits maskUnits method offset orient pathLength patternContentUnits patternTransform patternUnits points
  preserveAspectRatio r refX refY rotate rx ry side spacing spreadMethod startOffset textLength transform version viewBox width x x1 x2
  y y1 y2`),
);

export const mathAttributes = new Set(
  words(`accent accentunder columnalign columnspan depth dir display displaystyle fence form height linethickness lspace mathsize
  mathvariant maxsize minsize movablelimits rowalign rowspan rspace scriptlevel separator stretchy symmetric voffset width`),
);

/** Their values are ids, or lists of ids. */
export const idLists = new Set(
  words(`for list aria-activedescendant aria-controls aria-describedby aria-details aria-errormessage aria-flowto
  aria-labelledby aria-owns`),
);

function byLowerCase(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name) => [name.toLowerCase(), name]));
}
