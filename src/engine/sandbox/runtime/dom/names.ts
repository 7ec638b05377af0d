/** Names that a parser of HTML must know: which elements are empty, which end another, and how SVG writes its capitals. */

export const emptyElements = words("area base br col embed hr img input link meta source track wbr");

/** Their content is text, whatever it looks like. */
export const rawElements = words("script style textarea title xmp iframe noembed noframes");

/** An open element (the key) ends where one of these begins. */
export const endedBy: Readonly<Record<string, ReadonlySet<string>>> = {
  li: words("li"),
  dt: words("dt dd"),
  dd: words("dt dd"),
  caption: words("colgroup thead tbody tfoot tr"),
  colgroup: words("colgroup thead tbody tfoot tr"),
  thead: words("thead tbody tfoot"),
  tbody: words("thead tbody tfoot"),
  tfoot: words("thead tbody tfoot"),
  tr: words("thead tbody tfoot tr"),
  td: words("thead tbody tfoot tr td th"),
  th: words("thead tbody tfoot tr td th"),
  option: words("option optgroup"),
  optgroup: words("optgroup"),
};

/** A paragraph cannot hold these. */
export const endsParagraph = words(
  "address article aside blockquote details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre search section table ul",
);

/** Beyond these an implied end does not look. */
export const scopeElements = words(
  "table template ul ol dl select td th caption button object foreignobject desc title html body",
);

export const svgTags = cased(
  "altGlyph animateMotion animateTransform clipPath feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence foreignObject linearGradient radialGradient textPath",
);

export const svgAttributes = cased(
  "attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant edgeMode filterUnits glyphRef gradientTransform gradientUnits kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits numOctaves pathLength patternContentUnits patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits refX refY repeatCount repeatDur requiredExtensions requiredFeatures specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage tableValues targetX targetY textLength viewBox viewTarget xChannelSelector yChannelSelector zoomAndPan",
);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

function cased(text: string): ReadonlyMap<string, string> {
  return new Map(text.split(" ").map((name) => [name.toLowerCase(), name]));
}
