import { z } from 'zod';
import type { StepContext, StepResult } from '../../engine/step';
import { defineModule } from '../define-module';
import {
  described,
  httpsUrl,
  inGroup,
  label,
  optionalImage,
  optionalLabel,
  optionalLongText,
  shownWhen,
} from '../fields';
import { texts } from './texts';
import { words } from './words';

const settings = z.object({
  ...inGroup('content', {
    text: optionalLongText,
    image: described(optionalImage, 'imageText'),
    imageText: shownWhen(optionalLabel, 'image', true),
    label,
  }),
  ...inGroup('target', {
    url: httpsUrl,
  }),
  ...inGroup('silence', {
    skip: optionalLabel,
  }),
});
type Settings = z.infer<typeof settings>;

export const externalLink = defineModule({
  type: 'external_link',
  group: 'say',
  icon: 'external-link',
  settings,
  texts,
  words,
  branches: { fixed: [{ id: 'next', optional: true }] },
  waits: true,
  needs: [],
  sets: [],
  stores: { runtime_log: 7 },
  summary: 'url',
  step,
});

function step({ settings, event }: StepContext<Settings>): StepResult {
  const { text, label, url, image, imageText, skip } = settings;
  if (event.kind === 'linkOpened') {
    return { store: [{ store: 'runtime_log', row: { event: 'link_opened' } }], go: 'next' };
  }
  if (event.kind === 'answer' && event.answer.kind === 'skip') return { go: 'next' };
  return {
    ...(event.kind === 'enter' && { say: [{ kind: 'image', image, alt: imageText }, text] }),
    ask: { kind: 'link', label, url, ...(skip && { skip }) },
  };
}
