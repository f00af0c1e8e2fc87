import type { Language } from '../../../preload/contract';
import { type Html, page } from '../../foundation/html/html';

/** A page about a person's data, in the reader's light or dark. */
export const privacyPage = (language: Language, title: string, body: Html): string =>
  page({ language, title, style: STYLE, body });

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem; font-size: .875rem; }
th, td { border: 1px solid #8886; padding: .375rem .5rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
td { overflow-wrap: anywhere; min-width: 7rem; }
.number { min-width: 0; text-align: right; font-variant-numeric: tabular-nums; }
code { overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
@page { size: A4; margin: 18mm; }
@media print { :root { color-scheme: light; font-size: 10pt; } body { max-width: none; margin: 0; padding: 0; } tr { break-inside: avoid; } }
`;
