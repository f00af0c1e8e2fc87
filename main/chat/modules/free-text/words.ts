import { askWords } from '../ask/words';
import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  ...askWords,
  question: {
    fr: 'Que souhaitez-vous nous dire\u202f?',
    es: '¿Qué le gustaría decirnos?',
    it: 'Che cosa desidera dirci?',
    nl: 'Wat wilt u ons vertellen?',
    pl: 'Co chcą nam Państwo przekazać?',
    tr: 'Bize ne söylemek istersiniz?',
  },
  invalid: {
    fr: 'Votre réponse est trop courte ou trop longue. Veuillez la modifier.',
    es: 'Su respuesta es demasiado corta o demasiado larga. Cámbiela, por favor.',
    it: 'La Sua risposta è troppo breve o troppo lunga. La preghiamo di modificarla.',
    nl: 'Uw antwoord is te kort of te lang. Pas het aan.',
    pl: 'Odpowiedź jest za krótka lub za długa. Proszę ją zmienić.',
    tr: 'Yanıtınız çok kısa veya çok uzun. Lütfen değiştirin.',
  },
};
