import { askWords } from '../ask/words';
import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  ...askWords,
  question: {
    fr: 'Quel est votre numéro de téléphone\u202f?',
    es: '¿Cuál es su número de teléfono?',
    it: 'Qual è il Suo numero di telefono?',
    nl: 'Wat is uw telefoonnummer?',
    pl: 'Jaki jest Państwa numer telefonu?',
    tr: 'Telefon numaranız nedir?',
  },
  invalid: {
    fr: 'Cela ne ressemble pas à un numéro de téléphone. Veuillez vérifier et réessayer.',
    es: 'Esto no parece un número de teléfono. Compruébelo e inténtelo de nuevo.',
    it: 'Non sembra un numero di telefono. Lo controlli e riprovi.',
    nl: 'Dit lijkt geen telefoonnummer. Controleer het en probeer het opnieuw.',
    pl: 'To nie wygląda na numer telefonu. Proszę sprawdzić i spróbować ponownie.',
    tr: 'Bu bir telefon numarasına benzemiyor. Lütfen kontrol edip tekrar deneyin.',
  },
  askBack: {
    fr: 'Vouliez-vous dire ce numéro\u202f?',
    es: '¿Se refería a este número?',
    it: 'Intendeva questo numero?',
    nl: 'Bedoelde u dit nummer?',
    pl: 'Czy chodziło o ten numer?',
    tr: 'Bu numarayı mı demek istediniz?',
  },
  several: {
    fr: 'Veuillez saisir un seul numéro.',
    es: 'Escriba un solo número, por favor.',
    it: 'La preghiamo di inserire un solo numero.',
    nl: 'Vul één nummer in.',
    pl: 'Proszę podać tylko jeden numer.',
    tr: 'Lütfen yalnızca bir numara yazın.',
  },
  extensionRefused: {
    fr: 'Veuillez saisir un numéro sans poste interne.',
    es: 'Escriba un número sin extensión, por favor.',
    it: 'La preghiamo di inserire un numero senza interno.',
    nl: 'Vul een nummer zonder toestelnummer in.',
    pl: 'Proszę podać numer bez numeru wewnętrznego.',
    tr: 'Lütfen dahili numarası olmayan bir numara yazın.',
  },
};
