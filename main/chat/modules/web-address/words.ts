import { askWords } from '../ask/words';
import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  ...askWords,
  question: {
    fr: 'Quelle est l’adresse de votre site web\u202f?',
    es: '¿Cuál es la dirección de su sitio web?',
    it: 'Qual è l’indirizzo del Suo sito web?',
    nl: 'Wat is het adres van uw website?',
    pl: 'Jaki jest adres Państwa strony internetowej?',
    tr: 'Web sitenizin adresi nedir?',
  },
  invalid: {
    fr: 'Ce n’est pas une adresse web. Une telle adresse ressemble à www.example.com.',
    es: 'Esto no es una dirección web. Una dirección se parece a www.example.com.',
    it: 'Questo non è un indirizzo web. Un esempio è www.example.com.',
    nl: 'Dit is geen webadres. Een webadres ziet eruit als www.example.com.',
    pl: 'To nie jest adres strony. Przykład adresu: www.example.com.',
    tr: 'Bu bir web adresi değil. Web adresi www.example.com gibi görünür.',
  },
  credentials: {
    fr: 'Veuillez retirer le nom d’utilisateur et le mot de passe de l’adresse.',
    es: 'Quite el nombre de usuario y la contraseña de la dirección, por favor.',
    it: 'La preghiamo di togliere dall’indirizzo il nome utente e la password.',
    nl: 'Laat de gebruikersnaam en het wachtwoord uit het adres weg.',
    pl: 'Proszę usunąć z adresu nazwę użytkownika i hasło.',
    tr: 'Lütfen kullanıcı adını ve parolayı adresten çıkarın.',
  },
  notPublic: {
    fr: 'Cette adresse ne peut pas être ouverte par d’autres. Veuillez en saisir une publique.',
    es: 'Otras personas no pueden abrir esta dirección. Escriba una pública, por favor.',
    it: 'Altri non possono aprire questo indirizzo. La preghiamo di inserirne uno pubblico.',
    nl: 'Anderen kunnen dit adres niet openen. Vul een openbaar adres in.',
    pl: 'Inni nie mogą otworzyć tego adresu. Proszę podać adres publiczny.',
    tr: 'Bu adresi başkaları açamaz. Lütfen herkese açık bir adres yazın.',
  },
};
