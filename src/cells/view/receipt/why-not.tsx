import type { Obstacle } from "../../session";
import { errorText } from "../cell/error-text";
import { useSurroundings } from "../shell/workbench-context";

/** Why a cell is not reckoned once more. */
export function WhyNot({ obstacle }: { obstacle: Obstacle }) {
  const { texts, language } = useSurroundings();
  const { why } = texts.receipt.all;
  if (obstacle.why !== "error") return <p>{why[obstacle.why]}</p>;
  if (obstacle.error.code === "blocked") return <p>{why.blocked}</p>;
  return <p>{errorText(obstacle.error, texts, language).says}</p>;
}
