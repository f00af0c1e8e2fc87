/** A text of a module's settings, with the path of its field: `options.label`. */
export interface SettingText {
  readonly field: string;
  readonly text: string;
}

/** All texts of some settings. Items of a list share the paths of their fields. */
export function textsOf(value: unknown, field = ''): SettingText[] {
  if (typeof value === 'string') return [{ field, text: value }];
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item, field));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsOf(inner, field === '' ? key : `${field}.${key}`),
  );
}
