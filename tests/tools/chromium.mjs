// Finds a Chromium for the browser tests, or installs one where that takes a single safe command.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

export const howToInstall =
  "no Chromium found: install Chrome, Edge or Chromium (Debian: apt-get install chromium), or set CHROMIUM_PATH to one";

/** How it is started wherever Ebb is tested or measured: it asks nobody anything on its own account. */
export const quietly = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Path of a Chromium, Chrome or Edge; null when there is none and none could be installed. */
export function findOrInstallChromium() {
  return findChromium() ?? (installChromium() ? findChromium() : null);
}

export function findChromium(env = process.env, platform = process.platform, exists = existsSync) {
  if (env.CHROMIUM_PATH) return exists(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : null;
  return usualPlaces(env, platform).find((path) => exists(path)) ?? null;
}

function usualPlaces(env, platform) {
  if (platform === "darwin") {
    const apps = ["/Applications", join(env.HOME ?? "", "Applications")];
    const names = ["Google Chrome", "Chromium", "Microsoft Edge"];
    return apps.flatMap((folder) => names.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`));
  }
  if (platform === "win32") {
    const folders = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(Boolean);
    const names = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];
    return folders.flatMap((folder) => names.map((app) => `${folder}\\${app}`));
  }
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
  const folders = [...(env.PATH ?? "").split(delimiter).filter(Boolean), "/usr/bin", "/usr/local/bin"];
  return folders.flatMap((folder) => names.map((app) => join(folder, app)));
}

// Only as root and only with apt: anywhere else it is the person's computer and the person's choice.
function installChromium() {
  const mayInstall =
    process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (!mayInstall || process.env.CHROMIUM_PATH) return false;
  console.log("Installing Chromium (apt-get install chromium) …");
  return (
    apt(["update"]) && apt(["install", "--yes", "--no-install-recommends", "chromium", "fonts-liberation"])
  );
}

function apt(args) {
  const { status } = spawnSync("apt-get", ["--quiet=2", ...args], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return status === 0;
}
