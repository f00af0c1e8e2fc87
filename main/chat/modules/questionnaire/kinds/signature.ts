import { readSignature } from '../../signature/read-signature';
import { defineKind } from './kind';

/** Drawn, which is a file, or by typed initials. */
export const signature = defineKind({
  settings: {},
  texts: {
    en: { name: 'Signature or initials', settings: {} },
    de: { name: 'Unterschrift oder Kürzel', settings: {} },
  },
  prompt: () => ({ kind: 'signature', draws: true }),
  read: (_, answer) => {
    const signed = readSignature(answer, true);
    return signed && { answer: signed.value, ...(signed.file && { file: signed.file }) };
  },
});
