import type { TreeEvent } from "../../../engine";
import { isControl } from "./typed-values";

/** What the code may know of an event: the control it happened to, the place in the figure, the keys. */
export function eventDetails(host: HTMLElement, target: Element, event: Event): Partial<TreeEvent> {
  return {
    ...controlState(target),
    ...(event instanceof MouseEvent ? pointerState(host, target, event) : {}),
    ...(event instanceof KeyboardEvent ? { key: event.key, ...modifiers(event) } : {}),
  };
}

function controlState(target: Element): Partial<TreeEvent> {
  if (!isControl(target)) return {};
  const isChoice = target instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(target.type);
  return isChoice ? { value: target.value, checked: target.checked } : { value: target.value };
}

function pointerState(host: HTMLElement, target: Element, event: MouseEvent): Partial<TreeEvent> {
  const { clientX, clientY, button, buttons } = event;
  const box = (host.firstElementChild ?? host).getBoundingClientRect();
  return {
    x: clientX - box.left,
    y: clientY - box.top,
    ...userUnits(target, clientX, clientY),
    button,
    buttons,
    // "click" is a PointerEvent too in some browsers, with a pointerType of "" for the keyboard.
    ...("pointerType" in event && event.pointerType ? { pointerType: String(event.pointerType) } : {}),
    ...(event instanceof WheelEvent ? { deltaY: event.deltaY } : {}),
    ...modifiers(event),
  };
}

function userUnits(target: Element, clientX: number, clientY: number): Partial<TreeEvent> {
  if (!(target instanceof SVGElement)) return {};
  const svg = target instanceof SVGSVGElement ? target : target.ownerSVGElement;
  const matrix = svg?.getScreenCTM()?.inverse();
  if (!matrix) return {};
  return {
    svgX: matrix.a * clientX + matrix.c * clientY + matrix.e,
    svgY: matrix.b * clientX + matrix.d * clientY + matrix.f,
  };
}

function modifiers({ shiftKey, ctrlKey, altKey, metaKey }: MouseEvent | KeyboardEvent): Partial<TreeEvent> {
  return { shiftKey, ctrlKey, altKey, metaKey };
}
