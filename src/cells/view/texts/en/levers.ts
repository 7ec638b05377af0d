/** Behaviours chosen in a sentence. */
export const levers = {
  levers: {
    widest: "the most widespread events",
    choose: "choose behaviours",
    add: "+ behaviour",
    addTo: (label: string) => `${label}: add a behaviour`,
    cut: (name: string) => `${name}: counts from this value on; empty: as measured`,
    badCut: "Enter a number, or clear the field to take it as measured.",
    notOne: (text: string) => `There is no behaviour “${text}” here.`,
    groups: { whole: "All events together", event: "Events" } as Readonly<Record<string, string>>,
    fault: {
      gone: (name: string, table: string) => `${table} has no column “${name}” now.`,
      "wrong-kind": (name: string) => `The values of “${name}” are neither numbers nor yes and no.`,
      "no-event": (name: string, table: string) => `${table} has no event “${name}” now.`,
      "no-events": (_name: string, table: string) => `Which column of ${table} has the events is not known.`,
    },
  },
};
