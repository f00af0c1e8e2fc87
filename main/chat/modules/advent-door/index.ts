import { z } from 'zod';
import type { ChatMessage } from '../../../../preload/contract';
import { localTime } from '../../engine/local-time';
import type { StepContext, StepResult } from '../../engine/step';
import { defineModule } from '../define-module';
import {
  described,
  inGroup,
  itemId,
  label,
  longText,
  optionalImage,
  optionalLabel,
  shownWhen,
  timeZone,
} from '../fields';
import { oneMailbox, whoTakesPart } from '../limit';
import { texts } from './texts';
import { words } from './words';

const Door = z.object({
  id: itemId,
  day: z.int().min(1).max(24).default(1),
  text: longText,
  image: described(optionalImage, 'imageText'),
  imageText: shownWhen(optionalLabel, 'image', true),
});
type Door = z.infer<typeof Door>;

const settings = z.object({
  ...inGroup('content', {
    doors: z
      .array(Door)
      .min(1)
      .max(24)
      .refine((doors) => new Set(doors.map(({ day }) => day)).size === doors.length, {
        params: { problem: 'same_day_twice' },
      }),
    intro: longText,
    open: label,
  }),
  ...inGroup('storage', { title: label }),
  ...inGroup('replies', {
    already: longText,
    tooEarly: longText,
    over: longText,
  }),
  ...inGroup('rules', {
    oneMailbox,
    timeZone,
  }),
});
type Settings = z.infer<typeof settings>;

export const adventDoor = defineModule({
  type: 'advent_door',
  group: 'promote',
  icon: 'door-open',
  settings,
  texts,
  words,
  branches: {
    fixed: [
      { id: 'next', optional: true },
      { id: 'already', optional: true },
      { id: 'too_early', optional: true },
      { id: 'over', optional: true },
    ],
  },
  waits: false,
  needs: [],
  sets: [],
  maySet: ['door'],
  stores: { participations: 60, winners: 60, runtime_log: 7 },
  summary: 'title',
  limits: () => 'participations',
  step,
});

function step(context: StepContext<Settings>): StepResult {
  const { settings, event, memory } = context;
  const today = localTime(context.nowMs, settings.timeZone || context.timeZone);
  switch (event.kind) {
    case 'enter':
      return enter(settings, today);
    case 'answer':
      // Opened where it was offered: midnight does not close a door before somebody's eyes.
      return event.answer.kind === 'confirm' ? open(context, memory) : enter(settings, today);
    case 'outcome': {
      const door = settings.doors.find(({ id }) => id === memory.door);
      return door && event.outcome !== 'refused' ? reveal(door) : refuse(settings);
    }
    case 'linkOpened':
    case 'idle':
      return enter(settings, today);
  }
}

function enter(settings: Settings, today: string): StepResult {
  const { doors, intro, tooEarly, over } = settings;
  const [year = '', month, day] = today.slice(0, 10).split('-');
  const date = month === '12' ? Number(day) : 0;
  const door = doors.find((each) => each.day === date);
  if (door) {
    return {
      set: { door: String(door.day) },
      say: [intro],
      ask: { kind: 'confirm', label: settings.open, terms: '' },
      remember: { door: door.id, year },
    };
  }
  return doors.some((each) => each.day > date)
    ? { say: [tooEarly], go: 'too_early' }
    : { say: [over], go: 'over' };
}

function open(context: StepContext<Settings>, memory: StepContext<Settings>['memory']): StepResult {
  const { settings, moduleId, newId } = context;
  const door = settings.doors.find(({ id }) => id === memory.door);
  if (!door) return { say: [settings.over], go: 'over' };
  const who = whoTakesPart(context);
  return {
    attempt: {
      kind: 'store',
      store: 'participations',
      row: {
        giveaway_id: door.id,
        giveaway_name: `${settings.title} ${door.day}`,
        participation_id: newId(),
      },
      uniqueKey: JSON.stringify([moduleId, door.id, memory.year, who]),
      onConflict: 'refuse',
    },
    remember: memory,
  };
}

function reveal({ text, image, imageText, day }: Door): StepResult {
  const picture: ChatMessage[] = image ? [{ kind: 'image', image, alt: imageText }] : [];
  return {
    set: { door: String(day) },
    say: [...picture, text],
    store: [{ store: 'runtime_log', row: { event: 'door_opened' } }],
    go: 'next',
  };
}

function refuse({ already }: Settings): StepResult {
  return {
    say: [already],
    store: [{ store: 'runtime_log', row: { event: 'door_refused' } }],
    go: 'already',
  };
}
