import type { monaco } from "../monaco";
import { markdownOf } from "./completion";
import { answerTo, askAt, rangeAt } from "./model-places";

export const hover: monaco.languages.HoverProvider = {
  async provideHover(model, position, token) {
    const found = await answerTo("hover", askAt(model, position));
    if (!found || token.isCancellationRequested || model.isDisposed()) return null;
    return { range: rangeAt(model, found.span), contents: markdownOf(found) };
  },
};

export const signatureHelp: monaco.languages.SignatureHelpProvider = {
  signatureHelpTriggerCharacters: ["(", ","],
  signatureHelpRetriggerCharacters: [")"],

  async provideSignatureHelp(model, position, token, { isRetrigger }) {
    const ask = askAt(model, position);
    const found = await answerTo("signature", ask && { ...ask, retrigger: isRetrigger });
    if (!found || token.isCancellationRequested) return null;
    const signatures = found.all.map(({ label, text, parameters }) => ({
      label,
      documentation: { value: text },
      parameters: parameters.map((one) => ({ label: one.label, documentation: { value: one.text } })),
    }));
    return {
      value: { signatures, activeSignature: found.active, activeParameter: found.activeParameter },
      dispose: () => undefined,
    };
  },
};
