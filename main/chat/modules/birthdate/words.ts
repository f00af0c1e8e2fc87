import { askWords } from '../ask/words';
import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  ...askWords,
  question: {
    fr: 'Quelle est votre date de naissance\u202f?',
    es: '¿Cuál es su fecha de nacimiento?',
    it: 'Qual è la Sua data di nascita?',
    nl: 'Wat is uw geboortedatum?',
    pl: 'Jaka jest Państwa data urodzenia?',
    tr: 'Doğum tarihiniz nedir?',
  },
  tooYoung: {
    fr: 'Vous êtes trop jeune pour participer. Nous n’avons pas conservé votre date de naissance.',
    es: 'No tiene la edad necesaria para participar. No hemos guardado su fecha de nacimiento.',
    it: 'Lei non ha ancora l’età per partecipare. Non abbiamo conservato la Sua data di nascita.',
    nl: 'U bent te jong om mee te doen. We hebben uw geboortedatum niet bewaard.',
    pl: 'Nie mają Państwo jeszcze wieku wymaganego do udziału. Nie zachowaliśmy daty urodzenia.',
    tr: 'Katılmak için yaşınız yeterli değil. Doğum tarihinizi saklamadık.',
  },
  invalid: {
    fr: 'Veuillez saisir votre date de naissance, par exemple 24/12/1990.',
    es: 'Escriba su fecha de nacimiento, por ejemplo 24/12/1990.',
    it: 'La preghiamo di inserire la Sua data di nascita, ad esempio 24/12/1990.',
    nl: 'Vul uw geboortedatum in, bijvoorbeeld 24-12-1990.',
    pl: 'Proszę podać datę urodzenia, na przykład 24.12.1990.',
    tr: 'Lütfen doğum tarihinizi yazın, örneğin 24.12.1990.',
  },
};
