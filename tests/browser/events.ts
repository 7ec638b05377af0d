import { dropFiles, openPage, type OpenPage } from "./open-page";

const days = Array.from({ length: 60 }, (_, i) =>
  new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10),
);
const events = `user_id,time,event,amount
${days.map((day, i) => `u${i % 7},${day} 10:00:00,${i % 3 ? "buy" : "login"},${i}.25`).join("\n")}
`;

/** A page with sixty events of seven users: its own, or the one that `begin` gives. */
export async function withEvents(begin: () => Promise<OpenPage> = openPage): Promise<OpenPage> {
  const open = await begin();
  await dropFiles(open.page, { name: "events.csv", text: events });
  await open.page.getByRole("heading", { name: /^events/ }).waitFor();
  return open;
}
