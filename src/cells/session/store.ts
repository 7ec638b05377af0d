import { createStore } from "zustand/vanilla";
import type { Effect } from "./effect";
import type { Event } from "./event";
import type { Session } from "./session";
import { update } from "./update";

export interface SessionStore {
  readonly session: () => Session;
  readonly subscribe: (listener: () => void) => () => void;
  readonly send: (event: Event) => void;
}

/** Holds the session; the clock is read here and nowhere below. `perform` gets each effect once, in order. */
export function sessionStore(first: Session, perform: (effect: Effect) => void): SessionStore {
  const store = createStore<Session>(() => first);
  return {
    session: store.getState,
    subscribe: (listener) => store.subscribe(listener),
    send: (event) => {
      const [next, effects] = update(store.getState(), event, Date.now());
      store.setState(next, true);
      for (const effect of effects) perform(effect);
    },
  };
}
