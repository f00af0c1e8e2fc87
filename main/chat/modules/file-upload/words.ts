import { askWords } from '../ask/words';
import type { ModuleSentences } from '../define-module';

export const words: ModuleSentences = {
  ...askWords,
  question: {
    fr: 'Veuillez choisir un fichier.',
    es: 'Elija un archivo, por favor.',
    it: 'La preghiamo di scegliere un file.',
    nl: 'Kies een bestand, alstublieft.',
    pl: 'Proszę wybrać plik.',
    tr: 'Lütfen bir dosya seçin.',
  },
  label: {
    fr: 'Choisir un fichier',
    es: 'Elegir un archivo',
    it: 'Scegli un file',
    nl: 'Bestand kiezen',
    pl: 'Wybierz plik',
    tr: 'Dosya seç',
  },
  wrongKind: {
    fr: 'Ce type de fichier n’est pas accepté, ou le fichier est endommagé. Veuillez en choisir un autre.',
    es: 'Este tipo de archivo no se acepta o el archivo está dañado. Elija otro, por favor.',
    it: 'Questo tipo di file non è accettato, oppure il file è danneggiato. La preghiamo di sceglierne un altro.',
    nl: 'Dit soort bestand wordt niet aangenomen, of het is beschadigd. Kies een ander.',
    pl: 'Ten rodzaj pliku nie jest przyjmowany lub plik jest uszkodzony. Proszę wybrać inny.',
    tr: 'Bu tür dosyalar kabul edilmiyor veya dosya bozuk. Lütfen başka bir dosya seçin.',
  },
  tooLarge: {
    fr: 'Ce fichier est trop volumineux. Veuillez en choisir un plus petit.',
    es: 'Este archivo es demasiado grande. Elija uno más pequeño, por favor.',
    it: 'Questo file è troppo grande. La preghiamo di sceglierne uno più piccolo.',
    nl: 'Dit bestand is te groot. Kies een kleiner bestand.',
    pl: 'Ten plik jest za duży. Proszę wybrać mniejszy.',
    tr: 'Bu dosya çok büyük. Lütfen daha küçük bir dosya seçin.',
  },
};
