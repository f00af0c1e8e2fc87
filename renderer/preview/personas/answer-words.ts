import type { TFunction } from 'i18next';
import type { Prompt, TestAnswer } from '../../../preload/contract';

/** The bubble of an answer that is played, as its prompt would have shown it. */
export function answerWords(prompt: Prompt, answer: TestAnswer, t: TFunction<'chat'>): string {
  if (answer.kind === 'skip') return prompt.skip ?? '';
  if (answer.kind === 'dontKnow') return prompt.dontKnow ?? '';
  return ownWords(prompt, answer, t) || t('prompt.none');
}

type Said = Exclude<TestAnswer, { kind: 'skip' | 'dontKnow' }>;

function ownWords(prompt: Prompt, answer: Said, t: TFunction<'chat'>): string {
  switch (answer.kind) {
    case 'choice':
      return labelled(prompt, [answer.option], answer.text).join();
    case 'choices':
      return labelled(prompt, answer.options, answer.text).join(', ');
    case 'text':
      return answer.text.trim();
    case 'form':
      return formWords(prompt, answer.values);
    case 'scale': {
      const max = prompt.kind === 'scale' ? prompt.max : answer.value;
      return t('prompt.points', { count: answer.value, max });
    }
    case 'slider':
      return `${answer.value} ${prompt.kind === 'slider' ? prompt.unit : ''}`.trim();
    case 'ranking':
      return labelled(prompt, answer.options)
        .map((label, at) => `${at + 1}. ${label}`)
        .join('\n');
    case 'matrix':
      return matrixWords(prompt, answer.cells);
    case 'signature':
      return answer.by === 'initials' ? answer.text : t('signature.signed');
    case 'consent':
      return answer.given && prompt.kind === 'consent' ? prompt.label : t('prompt.notGiven');
    case 'confirm':
      return prompt.kind === 'confirm' ? prompt.label : '';
    case 'file':
      return answer.name;
  }
}

function labelled(prompt: Prompt, ids: readonly string[], words?: string): string[] {
  const options: readonly { id: string; label: string; takesText?: boolean | undefined }[] =
    'options' in prompt ? prompt.options : [];
  return ids.map((id) => {
    const option = options.find((each) => each.id === id);
    if (!option) return id;
    return option.takesText && words ? `${option.label}: ${words.trim()}` : option.label;
  });
}

function formWords(prompt: Prompt, values: Readonly<Record<string, string>>): string {
  const fields = prompt.kind === 'form' ? prompt.fields : [];
  return fields
    .map(({ id, options }) => {
      const value = values[id] ?? '';
      return options?.find((option) => option.id === value)?.label ?? value.trim();
    })
    .filter(Boolean)
    .join('\n');
}

function matrixWords(prompt: Prompt, cells: Readonly<Record<string, string>>): string {
  if (prompt.kind !== 'matrix') return '';
  const labelOf = (id: string | undefined) => prompt.columns.find((each) => each.id === id)?.label;
  return prompt.rows.map(({ id, label }) => `${label}: ${labelOf(cells[id]) ?? ''}`).join('\n');
}
