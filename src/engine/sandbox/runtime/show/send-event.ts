import type { TreeEvent } from "../../output";
import type { DomElement } from "../dom";
import { DomInput, DomSelect, DomTextArea, DomUiEvent, SvgElement, SvgRoot } from "../dom";

/** Makes the page's event happen in the small DOM: first what the person typed or ticked, then the listeners. */
export function sendEvent(node: DomElement, event: TreeEvent): void {
  take(node, event);
  place(node, event);
  const { x = 0, y = 0, svgX, svgY, type } = event;
  node.dispatchEvent(
    new DomUiEvent(type, {
      bubbles: !/^(pointer|mouse)(enter|leave)$|^(focus|blur|toggle)$/.test(type),
      cancelable: true,
      view: node.ownerDocument.defaultView,
      ...{ clientX: x, clientY: y, pageX: x, pageY: y, screenX: x, screenY: y },
      ...{ offsetX: svgX ?? x, offsetY: svgY ?? y, x, y },
      ...{ pointerId: 1, isPrimary: true, pointerType: event.pointerType ?? "mouse" },
      ...{ button: event.button ?? 0, buttons: event.buttons ?? 0 },
      ...{ deltaX: 0, deltaY: event.deltaY ?? 0, deltaMode: 0, key: event.key ?? "" },
      ...{ shiftKey: event.shiftKey ?? false, ctrlKey: event.ctrlKey ?? false },
      ...{ altKey: event.altKey ?? false, metaKey: event.metaKey ?? false },
    }),
  );
}

// The page has it already: told back to it, it would move the caret.
function take(node: DomElement, { value, checked }: TreeEvent): void {
  const { watcher } = node;
  node.watcher = null;
  const hasValue = node instanceof DomInput || node instanceof DomSelect || node instanceof DomTextArea;
  if (value !== undefined && hasValue && !isTick(node)) node.value = value;
  if (checked !== undefined && node instanceof DomInput && isTick(node)) node.checked = checked;
  node.watcher = watcher;
}

function isTick(node: DomElement): boolean {
  return node instanceof DomInput && /^(checkbox|radio)$/.test(node.type);
}

function place(node: DomElement, { x, y, svgX, svgY }: TreeEvent): void {
  if (x === undefined || y === undefined || svgX === undefined || svgY === undefined) return;
  const svg = node instanceof SvgRoot ? node : node instanceof SvgElement ? node.ownerSVGElement : null;
  if (svg) svg.place = { x: x - svgX, y: y - svgY };
}
