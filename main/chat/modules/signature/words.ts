import { askWords } from '../ask/words';
import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  ...askWords,
  question: {
    fr: 'Veuillez signer ici.',
    es: 'Firme aquí, por favor.',
    it: 'La preghiamo di firmare qui.',
    nl: 'Teken hier, alstublieft.',
    pl: 'Proszę podpisać tutaj.',
    tr: 'Lütfen buraya imza atın.',
  },
  invalid: {
    fr: 'Cela n’a pas pu être accepté comme signature. Veuillez réessayer.',
    es: 'Esto no se ha podido aceptar como firma. Inténtelo de nuevo, por favor.',
    it: 'Non è stato possibile accettarla come firma. La preghiamo di riprovare.',
    nl: 'Dit kon niet als handtekening worden aangenomen. Probeer het opnieuw.',
    pl: 'Nie można było przyjąć tego jako podpisu. Proszę spróbować ponownie.',
    tr: 'Bu, imza olarak kabul edilemedi. Lütfen tekrar deneyin.',
  },
};
