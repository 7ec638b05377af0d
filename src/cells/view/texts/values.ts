/** Names and numbers that a message shows, already as text. */
export type Values = Readonly<Record<string, string>>;
