import { askWords } from '../ask/words';
import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  ...askWords,
  question: {
    fr: 'Nous avons quelques questions à vous poser.',
    es: 'Tenemos algunas preguntas para usted.',
    it: 'Abbiamo alcune domande per Lei.',
    nl: 'We hebben een paar vragen voor u.',
    pl: 'Mamy do Państwa kilka pytań.',
    tr: 'Size birkaç sorumuz var.',
  },
  invalid: {
    fr: 'Cela ne répond pas à la question. Veuillez vérifier.',
    es: 'Esto no responde a la pregunta. Compruébelo, por favor.',
    it: 'Questo non risponde alla domanda. La preghiamo di controllare.',
    nl: 'Dit is geen antwoord op de vraag. Controleer het.',
    pl: 'To nie odpowiada na pytanie. Proszę sprawdzić.',
    tr: 'Bu, sorunun yanıtı değil. Lütfen kontrol edin.',
  },
  unclear: {
    fr: 'Que voulez-vous dire\u202f?',
    es: '¿A cuál se refiere?',
    it: 'Quale intende?',
    nl: 'Wat bedoelt u?',
    pl: 'O co chodzi?',
    tr: 'Hangisini demek istiyorsunuz?',
  },
  skip: {
    fr: 'Passer',
    es: 'Omitir',
    it: 'Salta',
    nl: 'Overslaan',
    pl: 'Pomiń',
    tr: 'Atla',
  },
  dontKnow: {
    fr: 'Je ne sais pas',
    es: 'No lo sé',
    it: 'Non lo so',
    nl: 'Weet ik niet',
    pl: 'Nie wiem',
    tr: 'Bilmiyorum',
  },
};
