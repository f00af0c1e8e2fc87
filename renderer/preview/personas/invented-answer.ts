import type { Prompt, TestAnswer, TextFormat } from '../../../preload/contract';

/**
 * In place of what tells who somebody is. The address is nobody's (RFC 2606), the number is one of those
 * that the German regulator keeps for films, the IBAN is the German banks' example.
 */
const BY_FORMAT: Partial<Record<TextFormat, string>> = {
  email: 'erika@example.com',
  tel: '+49 30 23125001',
  iban: 'DE89370400440532013000',
};

/** By what browsers would fill in (the HTML attribute `autocomplete`), or by the id of a form's field. */
const BY_NAME: Readonly<Record<string, string>> = {
  'given-name': 'Erika',
  'family-name': 'Beispiel',
  name: 'Erika Beispiel',
  firstname: 'Erika',
  lastname: 'Beispiel',
  'street-address': 'Beispielweg 1',
  'address-line1': 'Beispielweg 1',
  street: 'Beispielweg',
  house_number: '1',
};

const ADDRESS = /[^\s@<>"',;:()]+@[^\s@<>"',;:()]+\.[^\s@<>"',;:()]+/g;
/** Seven digits and more with what people write between them; dates and times have fewer in a row. */
const NUMBER = /(?<![\w.-])\+?\(?\d[\d\s()/-]{5,}\d(?![\w-])/g;

/** The same answer without addresses, phone numbers and names of whoever typed it. */
export function inventedAnswer(answer: TestAnswer, prompt: Prompt | null): TestAnswer {
  switch (answer.kind) {
    case 'text': {
      const { format, autocomplete } = prompt?.kind === 'text' ? prompt : {};
      return { ...answer, text: invented(answer.text, { format, name: autocomplete }) };
    }
    case 'form': {
      const fields = prompt?.kind === 'form' ? prompt.fields : [];
      const values = Object.entries(answer.values).map(([id, value]) => {
        const field = fields.find((each) => each.id === id);
        if (field?.options) return [id, value];
        const name = BY_NAME[id] === undefined ? field?.autocomplete : id;
        return [id, invented(value, { format: field?.format, name })];
      });
      return { ...answer, values: Object.fromEntries(values) };
    }
    case 'signature':
      return { kind: 'signature', by: 'initials', text: 'EB' };
    case 'choice':
    case 'choices':
      return answer.text === undefined ? answer : { ...answer, text: withoutTraces(answer.text) };
    default:
      return answer;
  }
}

function invented(
  text: string,
  { format, name }: { format?: TextFormat | undefined; name?: string | undefined },
): string {
  // What was left out, or was refused on purpose, stays so.
  if (text.trim() === '') return text;
  const known = (name !== undefined && BY_NAME[name]) || (format && BY_FORMAT[format]);
  if (known) return known;
  const isWords = format === undefined || format === 'text' || format === 'longText';
  return isWords ? withoutTraces(text) : text;
}

function withoutTraces(text: string): string {
  return text
    .replaceAll(ADDRESS, BY_FORMAT.email ?? '')
    .replaceAll(NUMBER, (found) => (isDate(found) ? found : (BY_FORMAT.tel ?? '')));
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text.trim());
}
