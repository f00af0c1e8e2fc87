import { askWords } from '../ask/words';
import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  ...askWords,
  question: {
    fr: 'À quelle heure\u202f?',
    es: '¿A qué hora?',
    it: 'A che ora?',
    nl: 'Hoe laat?',
    pl: 'O której godzinie?',
    tr: 'Saat kaçta?',
  },
  invalid: {
    fr: 'Veuillez saisir une heure, par exemple 9h30.',
    es: 'Escriba una hora, por ejemplo 9:30.',
    it: 'La preghiamo di inserire un orario, ad esempio 9:30.',
    nl: 'Vul een tijd in, bijvoorbeeld 9:30.',
    pl: 'Proszę podać godzinę, na przykład 9:30.',
    tr: 'Lütfen bir saat yazın, örneğin 9:30.',
  },
  outside: {
    fr: 'Cette heure n’est pas possible. Veuillez en choisir une autre.',
    es: 'Esta hora no es posible. Elija otra, por favor.',
    it: 'Questo orario non è possibile. La preghiamo di sceglierne un altro.',
    nl: 'Deze tijd is niet mogelijk. Kies een andere.',
    pl: 'Ta godzina nie jest możliwa. Proszę wybrać inną.',
    tr: 'Bu saat uygun değil. Lütfen başka bir saat seçin.',
  },
  unclear: {
    fr: 'Le matin ou plus tard dans la journée\u202f?',
    es: '¿Por la mañana o más tarde?',
    it: 'Di mattina o più tardi?',
    nl: '’s Ochtends of later op de dag?',
    pl: 'Rano czy później w ciągu dnia?',
    tr: 'Sabah mı, yoksa günün ilerleyen saatlerinde mi?',
  },
};
