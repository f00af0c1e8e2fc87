import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  text: {
    fr: 'Merci et à bientôt\u202f!',
    es: '¡Muchas gracias y hasta pronto!',
    it: 'Grazie e arrivederci!',
    nl: 'Hartelijk dank en tot ziens!',
    pl: 'Dziękujemy i do widzenia!',
    tr: 'Teşekkürler, hoşça kalın!',
  },
};
