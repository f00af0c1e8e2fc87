import { z } from 'zod';
import type { ChatMessage } from '../../../../preload/contract';
import type { StepContext, StepResult } from '../../engine/step';
import { defineModule } from '../define-module';
import {
  described,
  inGroup,
  itemId,
  label,
  optionalHttpsUrl,
  optionalImage,
  optionalLabel,
  optionalLongText,
  optionalSound,
  optionalVideo,
  shownWhen,
} from '../fields';
import { texts } from './texts';

const MAX_DELAY_S = 10;
const MAX_CARDS = 12;

const card = z.object({
  id: itemId,
  title: label,
  text: optionalLongText,
  image: described(optionalImage, 'imageText'),
  imageText: shownWhen(optionalLabel, 'image', true),
  link: optionalHttpsUrl,
  linkLabel: shownWhen(optionalLabel, 'link', true),
});
type Card = z.infer<typeof card>;

const whole = z.object({
  ...inGroup('content', {
    text: optionalLongText,
    image: described(optionalImage, 'imageText'),
    imageText: shownWhen(optionalLabel, 'image', true),
  }),
  ...inGroup('media', {
    sound: described(optionalSound, 'soundTitle'),
    soundTitle: shownWhen(optionalLabel, 'sound', true),
    soundText: shownWhen(optionalLongText, 'sound', true),
    video: described(optionalVideo, 'videoTitle'),
    videoTitle: shownWhen(optionalLabel, 'video', true),
    videoText: shownWhen(optionalLongText, 'video', true),
    cards: z.array(card).max(MAX_CARDS).default([]),
  }),
  ...inGroup('look', {
    delaySeconds: z.number().min(0).max(MAX_DELAY_S).optional(),
  }),
});
type Settings = z.infer<typeof whole>;

const settings = whole.refine((each) => said(each).length > 0, {
  path: ['text'],
  params: { problem: 'setting_missing' },
});

export const message = defineModule({
  type: 'message',
  group: 'say',
  icon: 'message-square',
  settings,
  texts,
  branches: { fixed: [{ id: 'next', optional: true }] },
  waits: false,
  needs: [],
  sets: [],
  stores: {},
  summary: 'text',
  step,
});

/** The delay is before what comes first. */
function step({ settings }: StepContext<Settings>): StepResult {
  const { delaySeconds } = settings;
  const [first, ...others] = said(settings);
  if (!first) return { go: 'next' };
  const delayed =
    delaySeconds === undefined ? first : { ...first, delayMs: Math.round(delaySeconds * 1_000) };
  return { say: [delayed, ...others], go: 'next' };
}

/** What there is of it, the picture before the text. */
function said(settings: Settings): ChatMessage[] {
  const { text, image, imageText, sound, soundTitle, soundText } = settings;
  const { video, videoTitle, videoText, cards } = settings;
  const messages: (ChatMessage | false)[] = [
    image !== '' && { kind: 'image', image, alt: imageText },
    text !== '' && { kind: 'text', text },
    sound !== '' && { kind: 'sound', sound, title: soundTitle, transcript: soundText },
    video !== '' && { kind: 'video', video, title: videoTitle, transcript: videoText },
    cards.length > 0 && { kind: 'cards', cards: cards.map(shown) },
  ];
  return messages.filter((each) => each !== false);
}

function shown({ imageText, ...rest }: Card) {
  return { ...rest, alt: imageText };
}
