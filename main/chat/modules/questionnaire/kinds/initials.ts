import { readSignature } from '../../signature/read-signature';
import { defineKind } from './kind';

/** A signature by typed initials; one that is drawn is a file, which the module for signatures keeps. */
export const initials = defineKind({
  settings: {},
  texts: {
    en: { name: 'Signature by initials', settings: {} },
    de: { name: 'Unterschrift mit Kürzel', settings: {} },
  },
  prompt: () => ({ kind: 'signature', draws: false }),
  read: (_, answer) => {
    const signature = readSignature(answer, false);
    return signature && { answer: signature.value };
  },
});
