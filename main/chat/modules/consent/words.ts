import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  refusedText: {
    fr: 'Sans votre consentement, nous ne pouvons pas continuer. Rien de plus n’est enregistré.',
    es: 'Sin su consentimiento no podemos continuar. No se guarda nada más.',
    it: 'Senza il Suo consenso non possiamo continuare. Non viene memorizzato altro.',
    nl: 'Zonder uw toestemming kunnen we niet verdergaan. Er wordt verder niets opgeslagen.',
    pl: 'Bez Państwa zgody nie możemy przejść dalej. Nic więcej nie jest zapisywane.',
    tr: 'Onayınız olmadan devam edemiyoruz. Başka hiçbir şey kaydedilmiyor.',
  },
  label: {
    fr: 'Envoyer',
    es: 'Enviar',
    it: 'Invia',
    nl: 'Versturen',
    pl: 'Wyślij',
    tr: 'Gönder',
  },
  codeText: {
    fr: 'Pour confirmer votre décision, veuillez saisir ce code\u202f:',
    es: 'Para confirmar su decisión, escriba este código:',
    it: 'Per confermare la Sua decisione, inserisca questo codice:',
    nl: 'Typ ter bevestiging deze code over:',
    pl: 'Aby potwierdzić, proszę przepisać ten kod:',
    tr: 'Onaylamak için lütfen bu kodu yazın:',
  },
  wrongCode: {
    fr: 'Ce n’est pas le bon code. Veuillez regarder à nouveau.',
    es: 'Ese no es el código. Mírelo otra vez, por favor.',
    it: 'Non è il codice giusto. La preghiamo di guardare di nuovo.',
    nl: 'Dat is niet de code. Kijk nog een keer.',
    pl: 'To nie jest ten kod. Proszę spojrzeć jeszcze raz.',
    tr: 'Kod bu değil. Lütfen tekrar bakın.',
  },
  changedMind: {
    fr: 'Finalement, je n’accepte pas',
    es: 'Al final no doy mi consentimiento',
    it: 'Ho cambiato idea: non acconsento',
    nl: 'Ik ga toch niet akkoord',
    pl: 'Jednak nie wyrażam zgody',
    tr: 'Vazgeçtim, kabul etmiyorum',
  },
};
