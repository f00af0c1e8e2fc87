import type { Answer, Prompt, TextFormat } from '../../../preload/contract';
import { INVENTED, SMALL_PICTURE } from '../../chat/explore/invented';

type Asked = Exclude<Prompt, { kind: 'link' }>;

/** The participant of self-tests, of a domain that is nobody's (RFC 2606). */
export const EMAIL = 'self-test@example.com';

const TEXTS: Readonly<Record<TextFormat, string>> = {
  ...INVENTED,
  text: 'Self-test',
  longText: 'Self-test',
  email: EMAIL,
  code: 'SELF-TEST',
};

/**
 * What a participant could answer.
 *
 * @param visit how often the same was asked before: another option is chosen each time, so that a
 * menu is left in the end.
 */
export function answerTo(prompt: Asked, visit: number): Answer {
  switch (prompt.kind) {
    case 'choice': {
      const options = prompt.options.filter(({ disabled, isPicture }) => !disabled && !isPicture);
      const option = options[visit % options.length];
      return { kind: 'choice', option: option?.id ?? '', ...wordsFor(option) };
    }
    case 'choices': {
      const options = prompt.options
        .filter(({ excludesOthers }) => !excludesOthers)
        .slice(0, Math.max(prompt.min, 1));
      const other = options.find(({ takesText }) => takesText);
      return { kind: 'choices', options: options.map(({ id }) => id), ...wordsFor(other) };
    }
    case 'text':
      return { kind: 'text', text: TEXTS[prompt.format], acceptedTerms: true };
    case 'form': {
      const values = prompt.fields.map(({ id, format, options }) => [
        id,
        options?.[0]?.id ?? TEXTS[format],
      ]);
      return { kind: 'form', values: Object.fromEntries(values) };
    }
    case 'scale':
      return { kind: 'scale', value: prompt.max };
    case 'slider':
      return { kind: 'slider', value: prompt.min };
    case 'ranking': {
      const options = prompt.options.slice(0, prompt.top).map(({ id }) => id);
      return { kind: 'ranking', options };
    }
    case 'matrix': {
      const column = prompt.columns[0]?.id ?? '';
      return {
        kind: 'matrix',
        cells: Object.fromEntries(prompt.rows.map(({ id }) => [id, column])),
      };
    }
    case 'file':
      return { kind: 'file', name: 'self-test.png', bytes: SMALL_PICTURE };
    case 'signature':
      return prompt.draws
        ? { kind: 'signature', by: 'drawing', png: SMALL_PICTURE }
        : { kind: 'signature', by: 'initials', text: 'ST' };
    case 'consent':
      return { kind: 'consent', given: true };
    case 'confirm':
      return { kind: 'confirm', acceptedTerms: true };
  }
}

function wordsFor(option: { takesText?: boolean | undefined } | undefined): { text?: string } {
  return option?.takesText ? { text: TEXTS.text } : {};
}
