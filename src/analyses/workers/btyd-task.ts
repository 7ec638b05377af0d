import { check, type Checked, type CheckInput } from "../buy-till-you-die/check";
import { forecast, type Forecast, type ForecastInput } from "../buy-till-you-die/forecast";
import type { TaskContext } from "./tasks";

export interface BtydTask {
  readonly forecast: ForecastInput;
  readonly check: CheckInput | null;
}

/** The customers as they are now, and the models held against what came; both are fits of some seconds for a large base. */
export function btydTask(
  input: BtydTask,
  { onProgress }: TaskContext,
): { readonly forecast: Forecast; readonly check: Checked | null } {
  const told = forecast(input.forecast);
  // Three fits against one, and the expectations of all customers.
  onProgress(0.4);
  return {
    forecast: told,
    check: input.check && check(input.check, (share) => onProgress(0.4 + 0.6 * share)),
  };
}
