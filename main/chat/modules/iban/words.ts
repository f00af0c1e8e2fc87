import { askWords } from '../ask/words';
import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  ...askWords,
  question: {
    fr: 'Quel est l’IBAN de votre compte\u202f?',
    es: '¿Cuál es el IBAN de su cuenta?',
    it: 'Qual è l’IBAN del Suo conto?',
    nl: 'Wat is het IBAN van uw rekening?',
    pl: 'Jaki jest numer IBAN Państwa konta?',
    tr: 'Hesabınızın IBAN’ı nedir?',
  },
  invalid: {
    fr: 'Ce n’est pas un IBAN. Il commence par deux lettres pour le pays et deux chiffres.',
    es: 'Esto no es un IBAN. Empieza por dos letras del país y dos cifras.',
    it: 'Questo non è un IBAN. Inizia con due lettere per il Paese e due cifre.',
    nl: 'Dit is geen IBAN. Het begint met twee letters voor het land en twee cijfers.',
    pl: 'To nie jest numer IBAN. Zaczyna się on od dwóch liter kraju i dwóch cyfr.',
    tr: 'Bu bir IBAN değil. IBAN, ülkeyi gösteren iki harf ve iki rakamla başlar.',
  },
  wrongCheck: {
    fr: 'Un chiffre ou une lettre est incorrect\u202f: la clé de contrôle ne correspond pas. Veuillez comparer.',
    es: 'Una cifra o una letra no es correcta: los dígitos de control no coinciden. Compárelo, por favor.',
    it: 'Una cifra o una lettera è sbagliata: i caratteri di controllo non corrispondono. La preghiamo di confrontare.',
    nl: 'Een cijfer of letter klopt niet: de controlecijfers passen niet. Vergelijk het.',
    pl: 'Cyfra lub litera jest błędna: cyfry kontrolne się nie zgadzają. Proszę porównać.',
    tr: 'Bir rakam veya harf yanlış: kontrol rakamları uymuyor. Lütfen karşılaştırın.',
  },
  tooShort: {
    fr: 'Cet IBAN est trop court\u202f: il manque quelque chose.',
    es: 'Este IBAN es demasiado corto: falta algo.',
    it: 'Questo IBAN è troppo corto: manca qualcosa.',
    nl: 'Dit IBAN is te kort: er ontbreekt iets.',
    pl: 'Ten numer IBAN jest za krótki: czegoś brakuje.',
    tr: 'Bu IBAN çok kısa: bir şey eksik.',
  },
  tooLong: {
    fr: 'Cet IBAN est trop long\u202f: il y a quelque chose en trop.',
    es: 'Este IBAN es demasiado largo: sobra algo.',
    it: 'Questo IBAN è troppo lungo: c’è qualcosa di troppo.',
    nl: 'Dit IBAN is te lang: er staat iets te veel.',
    pl: 'Ten numer IBAN jest za długi: czegoś jest za dużo.',
    tr: 'Bu IBAN çok uzun: bir şey fazla.',
  },
  unknownCountry: {
    fr: 'Aucun IBAN ne commence par ces deux lettres.',
    es: 'Ningún IBAN empieza por estas dos letras.',
    it: 'Nessun IBAN inizia con queste due lettere.',
    nl: 'Er zijn geen IBAN’s die met deze twee letters beginnen.',
    pl: 'Żaden numer IBAN nie zaczyna się od tych dwóch liter.',
    tr: 'Bu iki harfle başlayan IBAN yok.',
  },
  otherCountry: {
    fr: 'Les comptes de ce pays ne peuvent pas être acceptés.',
    es: 'No podemos aceptar cuentas de este país.',
    it: 'Non possiamo accettare conti di questo Paese.',
    nl: 'Rekeningen uit dit land kunnen we niet aannemen.',
    pl: 'Nie możemy przyjąć kont z tego kraju.',
    tr: 'Bu ülkedeki hesapları kabul edemiyoruz.',
  },
};
