import type { Piece } from "../../kinds/inspected-text";

export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return (
    <span className="inspector-preview">
      {pieces.map(({ text, role }, i) => (
        <span key={i} className={role ? `value-${role}` : "value-mark"}>
          {text}
        </span>
      ))}
    </span>
  );
}
