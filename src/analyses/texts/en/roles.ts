import type { RoleName } from "../../roles";

/** What a column can mean, for the data panel, and what is said when one is missing or does not fit. */
export const roles = {
  name: {
    customer: "Customer",
    parent: "Account of the user",
    time: "Time of the event",
    event: "Event",
    order: "Order number",
    amount: "Amount",
    currency: "Currency",
    start: "Contract start",
    end: "Contract end",
    paidUntil: "Paid until",
    mrr: "Monthly revenue",
    status: "Status",
    signup: "Sign-up date",
    reason: "Reason for leaving",
    variant: "Variant of the test",
    assigned: "Assigned to the test",
  } satisfies Record<RoleName, string>,
  missing: (role: RoleName) => `A column for “${roles.name[role]}” is needed.`,
  gone: (role: RoleName, column: string) =>
    `The column “${column}” for “${roles.name[role]}” is not in the table.`,
  wrongType: (role: RoleName, column: string, type: string) =>
    `“${column}” cannot be “${roles.name[role]}”: its type is ${type}. ${
      ["time", "start", "end", "paidUntil", "signup", "assigned"].includes(role)
        ? "Load the file again with its date format, or choose a column of dates."
        : "Choose another column."
    }`,
};
