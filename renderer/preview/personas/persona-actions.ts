import { type Path, Persona, type TestAnswer } from '../../../preload/contract';
import { i18n } from '../../app/i18n';
import { notify } from '../../app/notify';
import { apply } from '../../flow/draft-actions';
import { addPersona } from '../../flow/graph/personas';
import { showView, usePreview } from '../preview-store';
import { answersOf } from './given';
import { inventedAnswer } from './invented-answer';
import { playScript } from './play-script';
import { scriptOfPersona } from './replay';

/** Keeps what was answered in this conversation; `isInvented` replaces what tells who somebody is. */
export function keepAnswers(name: string, isInvented: boolean): void {
  const { given, playing } = usePreview.getState();
  const answers = answersOf(given, isInvented ? inventedAnswer : undefined);
  keep(name, answers, playing?.language ?? null);
}

/** The answers of a way, which are invented already. */
export function keepPath({ steps, language }: Path, name: string): void {
  const answers: Record<string, TestAnswer[]> = {};
  for (const { moduleId, does } of steps) {
    if (does.kind === 'answers') answers[moduleId] = [...(answers[moduleId] ?? []), does.answer];
  }
  keep(name, answers, language);
  notify(i18n.t('preview:personas.kept', { name }));
  showView('personas');
}

function keep(name: string, answers: Persona['answers'], language: string | null): void {
  const spoken = language === null ? {} : { language };
  const persona = Persona.parse({ id: crypto.randomUUID(), name, answers, ...spoken });
  apply((graph) => addPersona(graph, persona));
}

export function playPersona(persona: Persona): Promise<void> {
  const { name, language = null } = persona;
  return playScript({ title: name, script: scriptOfPersona(persona), language });
}
