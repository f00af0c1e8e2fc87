import type { Answer, Prompt, TextFormat } from '../../../preload/contract';
import type { ChatInput } from '../engine/chat-state';
import type { Clues } from './clues';
import { INVENTED, INVENTED_FIELDS, SMALL_PICTURE } from './invented';

type PromptOf<K extends Prompt['kind']> = Extract<Prompt, { kind: K }>;
type Given = Extract<ChatInput, { kind: 'answer' | 'linkOpened' | 'idle' }>;

/** More choices of one prompt than these are not told apart. */
const MAX_OPTIONS = 24;

/**
 * What participants could do at a prompt: an answer that should be taken first, then others that may lead
 * elsewhere, then the ways past it.
 */
export function candidatesFor(prompt: Prompt, clues: Clues): Given[] {
  const inputs: Given[] =
    prompt.kind === 'link'
      ? [{ kind: 'linkOpened' }]
      : answersTo(prompt, clues).map((answer) => ({ kind: 'answer', answer }));
  if (prompt.skip !== undefined) inputs.push({ kind: 'answer', answer: { kind: 'skip' } });
  if (prompt.dontKnow !== undefined) inputs.push({ kind: 'answer', answer: { kind: 'dontKnow' } });
  if (prompt.idleAfterMs !== undefined) inputs.push({ kind: 'idle' });
  return inputs;
}

function answersTo(prompt: Exclude<Prompt, { kind: 'link' }>, clues: Clues): Answer[] {
  switch (prompt.kind) {
    case 'choice':
      return prompt.options
        .filter(({ disabled, isPicture }) => !disabled && !isPicture)
        .slice(0, MAX_OPTIONS)
        .map((option) => ({ kind: 'choice', option: option.id, ...wordsFor(option) }));
    case 'choices':
      return choices(prompt);
    case 'text':
      return textsFor(prompt.format, clues).map((text) => ({
        kind: 'text',
        text,
        acceptedTerms: true,
      }));
    case 'form':
      return forms(prompt, clues);
    case 'scale':
      return steps(prompt.max, prompt.min).map((value) => ({ kind: 'scale', value }));
    case 'slider':
      return [prompt.max, prompt.min, ...clues.numbers]
        .map((value) => onGrid(value, prompt))
        .filter((value, index, all) => all.indexOf(value) === index)
        .map((value) => ({ kind: 'slider', value }));
    case 'ranking': {
      const ids = prompt.options.map(({ id }) => id);
      return [ids, [...ids].reverse()].map((order) => ({
        kind: 'ranking',
        options: order.slice(0, prompt.top),
      }));
    }
    case 'matrix':
      return [prompt.columns.at(0), prompt.columns.at(-1)].map((column) => ({
        kind: 'matrix',
        cells: Object.fromEntries(prompt.rows.map(({ id }) => [id, column?.id ?? ''])),
      }));
    case 'file':
      return [{ kind: 'file', name: 'picture.png', bytes: SMALL_PICTURE.slice() }];
    case 'signature':
      return [{ kind: 'signature', by: 'initials', text: 'AB' }];
    case 'consent':
      return [
        { kind: 'consent', given: true },
        { kind: 'consent', given: false },
      ];
    case 'confirm':
      return [{ kind: 'confirm', acceptedTerms: true }];
  }
}

function wordsFor(option: { takesText?: boolean | undefined } | undefined): { text?: string } {
  return option?.takesText ? { text: INVENTED.text } : {};
}

/** Each option, with as many others as there have to be; then as many as there may be. */
function choices({ options, min, max }: PromptOf<'choices'>): Answer[] {
  const open = options.filter(({ disabled, isPicture }) => !disabled && !isPicture);
  const together = open.filter(({ excludesOthers }) => !excludesOthers);
  const answer = (chosen: typeof open): Answer => ({
    kind: 'choices',
    options: chosen.map(({ id }) => id),
    ...wordsFor(chosen.find(({ takesText }) => takesText)),
  });
  const each = open.slice(0, MAX_OPTIONS).map((option) => {
    const others = together.filter(({ id }) => id !== option.id).slice(0, Math.max(0, min - 1));
    return answer(option.excludesOthers ? [option] : [option, ...others]);
  });
  return [...each, answer(together.slice(0, max)), ...(min === 0 ? [answer([])] : [])];
}

const UNREADABLE = '?';

/** An invented text, those that the chat compares with, and one that is none of its format. */
function textsFor(format: TextFormat, { texts, numbers, days }: Clues): string[] {
  const usual = INVENTED[format];
  switch (format) {
    case 'number':
      return [usual, ...numbers.map(String), '0', '100000', UNREADABLE];
    case 'date':
      return [usual, ...days, '2020-02-29', '2099-12-31', UNREADABLE];
    case 'text':
    case 'longText':
    case 'code':
      return [usual, ...texts];
    case 'email':
      return [usual, ...texts.filter((text) => text.includes('@')), UNREADABLE];
    case 'time':
    case 'tel':
    case 'url':
    case 'iban':
      return [usual, UNREADABLE];
  }
}

/** All fields with what is usual; one of them with something else; only what has to be there. */
function forms({ fields }: PromptOf<'form'>, clues: Clues): Answer[] {
  const usual: Record<string, string> = {};
  for (const { id, format, options, initial } of fields) {
    const named = INVENTED_FIELDS[id];
    const option = options?.find((each) => each.id === (initial ?? named)) ?? options?.[0];
    usual[id] = option?.id ?? initial ?? named ?? INVENTED[format];
  }
  const others = fields.flatMap(({ id, format, options }) => {
    const values = options
      ? options.slice(0, 6).map((option) => option.id)
      : textsFor(format, clues).slice(1);
    return values.slice(0, 8).map((value) => ({ ...usual, [id]: value }));
  });
  const least = fields.map(({ id, required }) => [id, required ? (usual[id] ?? '') : '']);
  return [usual, ...others, Object.fromEntries(least)].map((values) => ({ kind: 'form', values }));
}

function steps(from: number, to: number): number[] {
  return Array.from({ length: Math.min(from - to + 1, MAX_OPTIONS) }, (_, step) => from - step);
}

function onGrid(value: number, { min, max, step }: PromptOf<'slider'>): number {
  const near = min + Math.round((value - min) / step) * step;
  return near < min || near > max ? min : near;
}
