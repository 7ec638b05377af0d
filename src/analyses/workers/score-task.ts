import { tournament, type TournamentInput } from "../adoption-score/tournament";
import type { TaskContext } from "./tasks";

/** All versions of an adoption score, validated and judged. */
export function scoreTask(input: TournamentInput, context: TaskContext) {
  return tournament(input, context);
}
