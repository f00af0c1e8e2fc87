import { askWords } from '../ask/words';
import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  ...askWords,
  question: {
    fr: 'Combien\u202f?',
    es: '¿Cuántos?',
    it: 'Quanti?',
    nl: 'Hoeveel?',
    pl: 'Ile?',
    tr: 'Kaç?',
  },
  invalid: {
    fr: 'Veuillez saisir un nombre.',
    es: 'Escriba un número, por favor.',
    it: 'La preghiamo di inserire un numero.',
    nl: 'Vul een getal in.',
    pl: 'Proszę podać liczbę.',
    tr: 'Lütfen bir sayı yazın.',
  },
  askBack: {
    fr: 'Est-ce bien ce que vous vouliez dire\u202f?',
    es: '¿Quería decir esto?',
    it: 'Intendeva questo?',
    nl: 'Bedoelde u dit?',
    pl: 'Czy o to chodziło?',
    tr: 'Bunu mu demek istediniz?',
  },
};
