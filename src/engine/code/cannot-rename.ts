/** A name that a text reads cannot be replaced there, or would mean something else. */
export class CannotRename extends Error {}
