type Attachments = Readonly<Record<string, unknown>>;

const shown = /^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]/i;

/** Images that came with the notebook are shown; in place of any other stands a note with its address. */
export function keepOwnImages(
  content: DocumentFragment,
  attachments: Attachments,
  dropped: (address: string) => string,
): void {
  for (const image of content.querySelectorAll("img")) {
    const address = image.getAttribute("src") ?? "";
    const own = address.startsWith("attachment:") ? attached(address, attachments) : address;
    if (own !== null && shown.test(own)) {
      image.setAttribute("src", own);
      image.setAttribute("alt", image.getAttribute("alt") ?? "");
    } else {
      const note = content.ownerDocument.createElement("span");
      note.className = "markdown-dropped";
      note.textContent = dropped(
        image.getAttribute("alt") ? `${image.getAttribute("alt")} (${address})` : address,
      );
      image.replaceWith(note);
    }
  }
}

function attached(address: string, attachments: Attachments): string | null {
  const file = attachments[decoded(address.slice("attachment:".length))];
  if (typeof file !== "object" || file === null) return null;
  const [type, content] = Object.entries(file).find(([name]) => name.startsWith("image/")) ?? [];
  const base64 = Array.isArray(content) ? content.join("") : content;
  if (typeof base64 !== "string" || !/^[A-Za-z0-9+/=\s]+$/.test(base64)) return null;
  return `data:${type};base64,${base64.replace(/\s/g, "")}`;
}

/** A name with a stray per cent sign is taken as it is written. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
