import { ExternalLink } from "lucide-react";
import { useEffectEvent, useId, useLayoutEffect, useRef, useState } from "react";
import type { TreeNode } from "../../../engine";
import type { Texts } from "../texts";
import type { LiveOutput } from "../../session";
import { ShownTree } from "./tree";

interface TreeViewProps {
  readonly part: number;
  readonly root: TreeNode;
  readonly live: LiveOutput | null;
  /** For a figure: what it shows in words; its parts are then not read out one by one. */
  readonly alternative: string | null;
  readonly label: string;
  readonly texts: Texts["output"];
}

const reachable = "a[role=link], a[href], input, button, select, textarea, summary, [tabindex]";

/** A tree from the sandbox in a box that it cannot leave. */
export function TreeView({ part, root, live, alternative, label, texts }: TreeViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const own = useRef<HTMLDivElement>(null);
  const tree = useRef<ShownTree>(null);
  const id = useId().replace(/\W/g, "");
  const [address, setAddress] = useState<string | null>(null);
  const follow = useEffectEvent((found: string) => setAddress(found));

  useLayoutEffect(() => {
    const shown = new ShownTree(own.current!, root, {
      prefix: `output-${id}-${part}-`,
      onLink: (found) => follow(found),
    });
    tree.current = shown;
    return () => shown.close();
  }, [root, part, id]);

  useLayoutEffect(() => {
    // What the keyboard reaches must be read out too: then the words for the whole are only its name.
    const isPicture = alternative !== null && !own.current!.querySelector(reachable);
    box.current!.role = isPicture ? "img" : "group";
    own.current!.ariaHidden = isPicture ? "true" : null;
  }, [root, alternative]);

  useLayoutEffect(() => {
    const shown = tree.current!;
    shown.connect(live ? (event) => live.send({ ...event, part }) : null);
    return live?.subscribe(part, (changes) => shown.apply(changes));
  }, [root, part, live]);

  // What scrolls must be reached by the keyboard.
  useLayoutEffect(() => {
    const element = box.current!;
    const watch = new ResizeObserver(() => {
      const isScrolled =
        element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
      if (isScrolled) element.tabIndex = 0;
      else element.removeAttribute("tabindex");
    });
    watch.observe(element);
    watch.observe(own.current!);
    return () => watch.disconnect();
  }, []);

  return (
    <>
      <div ref={box} className="output-tree" aria-label={alternative ?? label}>
        <div ref={own} className="output-root" />
      </div>
      {address !== null && <LinkQuestion address={address} texts={texts} onClose={() => setAddress(null)} />}
    </>
  );
}

interface LinkQuestionProps {
  readonly address: string;
  readonly texts: Texts["output"];
  readonly onClose: () => void;
}

/** Code that saw private data could write them into an address: the person reads it before anything is asked for. */
function LinkQuestion({ address, texts, onClose }: LinkQuestionProps) {
  return (
    <div className="output-link" role="alertdialog" aria-label={texts.link(address)}>
      <ExternalLink className="icon" aria-hidden />
      <p>
        <span className="output-link-address">{texts.link(address)}</span>
        <span className="output-link-warning">{texts.linkWarning}</span>
      </p>
      <a
        className="button button-small"
        href={address}
        target="_blank"
        rel="noopener noreferrer nofollow"
        onClick={onClose}
      >
        {texts.openLink}
      </a>
      <button
        type="button"
        className="button button-quiet button-small"
        onClick={onClose}
        ref={(button) => button?.focus()}
      >
        {texts.cancel}
      </button>
    </div>
  );
}
