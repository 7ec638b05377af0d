// Shows an address to the person, where there is a screen to show it on.
import { spawn } from "node:child_process";

export function hasScreen(platform = process.platform, env = process.env) {
  if (env.CI || env.EBB_NO_OPEN) return false;
  if (platform === "darwin" || platform === "win32") return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

export function openBrowser(url) {
  const [command, args] = openers[process.platform] ?? ["xdg-open", []];
  const child = spawn(command, [...args, url], { stdio: "ignore", detached: true });
  // The address is printed already; a computer without an opener is no error.
  child.on("error", () => console.log("(open the address in a browser)"));
  child.unref();
}

const openers = {
  darwin: ["open", []],
  win32: ["cmd", ["/c", "start", ""]],
};
