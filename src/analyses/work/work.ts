import { tasks, type TaskInput, type TaskName, type TaskOutput } from "./tasks";

/** Where an analysis' long arithmetic happens: whoever runs it says so. Rejects when it is stopped. */
export interface Work {
  run<N extends TaskName>(task: N, input: TaskInput<N>): Promise<TaskOutput<N>>;
}

/** Here and now: for tests, and where there are no workers. */
export const workHere: Work = {
  run: (task, input) => {
    const act = tasks[task] as (given: unknown, context: { onProgress: (share: number) => void }) => unknown;
    return Promise.resolve(act(input, { onProgress: () => undefined }) as never);
  },
};
