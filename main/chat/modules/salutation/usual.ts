import type { Language } from '../../../../preload/contract';

interface Option {
  id: string;
  label: string;
}

/** What people are usually offered; an author changes it. The ids are the same in both languages. */
export const usualSalutations: Readonly<Record<Language, readonly Option[]>> = {
  en: [
    { id: 'ms', label: 'Ms' },
    { id: 'mr', label: 'Mr' },
    { id: 'mx', label: 'Mx' },
    { id: 'undisclosed', label: 'Prefer not to say' },
  ],
  de: [
    { id: 'ms', label: 'Frau' },
    { id: 'mr', label: 'Herr' },
    { id: 'mx', label: 'Divers' },
    { id: 'undisclosed', label: 'Keine Angabe' },
  ],
};
