/** Why customers leave, spec C13. Own values stand beside these as they are. */
export const themes = [
  "roi",
  "roadmap",
  "adoption",
  "competitor",
  "support",
  "price",
  "security",
  "misfit",
  "sponsor",
  "closed",
  "other",
] as const;
export type Theme = (typeof themes)[number];
