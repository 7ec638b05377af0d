/** One set of measures for the live editor, the preview and the plain field, so that nothing moves between them. */
export const metrics = {
  fontSize: 13,
  lineHeight: 20,
  paddingTop: 8,
  paddingBottom: 8,
  /** Room at the left for the mark of a faulty line and for folding. */
  gutter: 36,
  maxLines: 40,
  tabSize: 2,
} as const;

export function heightOf(lines: number): number {
  const shown = Math.min(Math.max(lines, 1), metrics.maxLines);
  return shown * metrics.lineHeight + metrics.paddingTop + metrics.paddingBottom;
}

export function lineCount(text: string): number {
  return text.split(/\r\n|\r|\n/).length;
}
