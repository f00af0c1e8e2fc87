import {
  type FormField,
  type Language,
  type ModuleDescriptor,
  ModuleNode,
} from '../../../preload/contract';

type Json = ModuleNode['settings'][string];

/** A fresh module; items of its lists get ids of their own, since ids end up in stored rows. */
export function newModule(
  descriptor: ModuleDescriptor,
  language: Language,
  position: ModuleNode['position'],
): ModuleNode {
  const settings = ModuleNode.shape.settings.parse(descriptor.initial[language]);
  return {
    id: crypto.randomUUID(),
    type: descriptor.type,
    settings: withFreshIds(settings, descriptor.form),
    position,
  };
}

function withFreshIds(settings: ModuleNode['settings'], form: readonly FormField[]) {
  const fresh = { ...settings };
  for (const field of form) {
    const value = fresh[field.key];
    if (field.kind !== 'list' || !Array.isArray(value)) continue;
    fresh[field.key] = value.map((item) => itemWithFreshId(item, field.fields));
  }
  return fresh;
}

function itemWithFreshId(item: Json, fields: readonly FormField[]): Json {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
  return { ...withFreshIds(item, fields), id: crypto.randomUUID() };
}
