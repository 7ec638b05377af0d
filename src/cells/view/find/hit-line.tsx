import { useTexts } from "../shell/workbench-context";
import type { Hit } from "./find-all";

interface HitLineProps {
  readonly text: string;
  readonly hit: Hit;
  readonly replacing: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly onGo: () => void;
}

/** UTF-16 units of the line that are shown on either side. */
const around = 40;

/** One place: its line as it is, and as it would be. */
export function HitLine({ text, hit, replacing, chosen, onChoose, onGo }: HitLineProps) {
  const { find } = useTexts();
  const begin = Math.max(text.lastIndexOf("\n", hit.from - 1) + 1, hit.from - around);
  const lineEnd = text.indexOf("\n", hit.to);
  const end = Math.min(lineEnd < 0 ? text.length : lineEnd, hit.to + around);
  const [before, was, after] = [
    text.slice(begin, hit.from),
    text.slice(hit.from, hit.to),
    text.slice(hit.to, end),
  ];
  const line = text.slice(0, hit.from).split("\n").length;
  const place = hit.field === "name" ? find.name : find.line(line);
  return (
    <li className="hit">
      {replacing && (
        <input
          type="checkbox"
          checked={chosen}
          aria-label={find.choose(place, before + was + after)}
          onChange={onChoose}
        />
      )}
      <button type="button" className="hit-go" onClick={onGo}>
        <small>{place}</small>
        <code className="hit-text">
          {before}
          {replacing && chosen ? <del>{was}</del> : <mark>{was}</mark>}
          {replacing && chosen && <ins>{hit.by}</ins>}
          {after}
        </code>
      </button>
    </li>
  );
}
