import { askWords } from '../ask/words';
import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  ...askWords,
  question: {
    fr: 'Quel jour\u202f?',
    es: '¿Qué día?',
    it: 'Quale giorno?',
    nl: 'Welke dag?',
    pl: 'Którego dnia?',
    tr: 'Hangi gün?',
  },
  invalid: {
    fr: 'Veuillez saisir un jour possible, par exemple 24/12/2026.',
    es: 'Escriba un día posible, por ejemplo 24/12/2026.',
    it: 'La preghiamo di inserire un giorno possibile, ad esempio 24/12/2026.',
    nl: 'Vul een mogelijke dag in, bijvoorbeeld 24-12-2026.',
    pl: 'Proszę podać możliwy dzień, na przykład 24.12.2026.',
    tr: 'Lütfen uygun bir gün yazın, örneğin 24.12.2026.',
  },
};
