import { type ChatSettings, chatSettings } from './chat-settings';
import { type Graph, isSettings, type ModuleNode } from './experiences';
import type { FormField } from './modules';

/** A text of an experience that participants meet, in its main language. */
export interface ExperienceText {
  /** Where it stands, as {@link TextPlace} says. */
  readonly place: string;
  /** Null of the chat's settings. */
  readonly moduleId: string | null;
  readonly type: string | null;
  /** Path of the field (`options.label`), or of the chat's setting (`kiosk.start.headline`). */
  readonly field: string;
  readonly text: string;
  readonly maxLength: number;
  readonly isLong: boolean;
}

/** As long as a translation can be at all. */
export const MAX_TRANSLATION = 10_000;

export type FormOf = (type: string) => readonly FormField[] | undefined;

type Settings = ModuleNode['settings'];
type Json = Settings[string];

/** A text that stands somewhere, and what may stand there. */
type Spoken = Omit<ExperienceText, 'moduleId' | 'type'>;
type Say = (spoken: Spoken) => string;

/** All texts that participants meet, module by module, then those of the chat's settings. */
export function textsOfExperience(graph: Graph, formOf: FormOf): ExperienceText[] {
  return [
    ...graph.modules.flatMap((module) => textsOfModule(module, formOf(module.type) ?? [])),
    ...textsOfSettings(chatSettings(graph)),
  ];
}

export function textsOfModule(
  { id, type, settings }: Pick<ModuleNode, 'id' | 'type' | 'settings'>,
  form: readonly FormField[],
): ExperienceText[] {
  const texts: ExperienceText[] = [];
  sayModule({ id, settings }, form, (spoken) => {
    texts.push({ ...spoken, moduleId: id, type });
    return spoken.text;
  });
  return texts;
}

function textsOfSettings(settings: ChatSettings): ExperienceText[] {
  const texts: ExperienceText[] = [];
  saySettings(settings, (spoken) => {
    texts.push({ ...spoken, moduleId: null, type: null });
    return spoken.text;
  });
  return texts;
}

/** The settings with each text that participants meet as `say` says it; those that are empty stay so. */
export function sayModule(
  { id, settings }: Pick<ModuleNode, 'id' | 'settings'>,
  form: readonly FormField[],
  say: Say,
): Settings {
  return saidIn(settings, form, `${id}/`, say);
}

function saidIn(
  settings: Settings,
  form: readonly FormField[],
  before: string,
  say: Say,
): Settings {
  let said = settings;
  for (const field of form) {
    if (!Object.hasOwn(settings, field.key) || !isAskedFor(field, settings)) continue;
    const value = settings[field.key];
    const now = saidOf(value, field, before + field.key, say);
    if (now !== undefined && now !== value) said = { ...said, [field.key]: now };
  }
  return said;
}

function saidOf(
  value: Json | undefined,
  field: FormField,
  place: string,
  say: Say,
): Json | undefined {
  if (field.kind === 'list' && Array.isArray(value)) {
    const items = value.map((item) => {
      if (!isSettings(item) || typeof item.id !== 'string') return item;
      return saidIn(item, field.fields, `${place}.${item.id}.`, say);
    });
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  if (typeof value !== 'string' || value.trim() === '' || !isSpoken(field)) return value;
  const { maxLength = MAX_TRANSLATION, kind, path } = field;
  return say({ place, field: path, text: value, maxLength, isLong: kind === 'longText' });
}

type SpokenField = FormField & { kind: 'text' | 'longText'; maxLength?: number | undefined };

/** Whether participants read what is set here. */
export function isSpoken(field: FormField): field is SpokenField {
  return (field.kind === 'text' || field.kind === 'longText') && !field.isUnspoken;
}

function isAskedFor({ shownWhen }: FormField, settings: Settings): boolean {
  if (!shownWhen || !Object.hasOwn(settings, shownWhen.key)) return true;
  return shownWhen.values.some((value) => value === settings[shownWhen.key]);
}

/** The chat's settings with each text of theirs as `say` says it. */
export function saySettings(settings: ChatSettings, say: Say): ChatSettings {
  const at = (path: string, text: string, maxLength: number, isLong = false): string =>
    text.trim() === ''
      ? text
      : say({ place: `settings/${path}`, field: path, text, maxLength, isLong });
  const { appearance, kiosk } = settings;
  return {
    ...settings,
    ...(appearance && {
      appearance: { ...appearance, imprint: at('appearance.imprint', appearance.imprint, 200) },
    }),
    ...(kiosk && {
      kiosk: {
        ...kiosk,
        start: {
          ...kiosk.start,
          headline: at('kiosk.start.headline', kiosk.start.headline, 120),
          text: at('kiosk.start.text', kiosk.start.text, 500, true),
          callToAction: at('kiosk.start.callToAction', kiosk.start.callToAction, 60),
          prize: at('kiosk.start.prize', kiosk.start.prize, 160),
          slides: kiosk.start.slides.map((slide) => ({
            ...slide,
            alt: at(`kiosk.start.slides.${slide.id}.alt`, slide.alt, 200),
          })),
        },
        end: {
          ...kiosk.end,
          headline: at('kiosk.end.headline', kiosk.end.headline, 120),
          text: at('kiosk.end.text', kiosk.end.text, 500, true),
          alt: at('kiosk.end.alt', kiosk.end.alt, 200),
        },
      },
    }),
  };
}
