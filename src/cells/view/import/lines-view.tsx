/** The file's own lines, as they are decoded now. */
export function LinesView({ lines }: { lines: readonly string[] }) {
  return (
    <ol className="import-lines" tabIndex={0}>
      {lines.map((line, i) => (
        <li key={i}>{line || "\u00a0"}</li>
      ))}
    </ol>
  );
}
