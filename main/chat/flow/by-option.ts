import { type FormField, isSettings, type ModuleNode, type Offer } from '../../../preload/contract';
import { plainLine } from '../../foundation/text/clean-text';
import { moduleOf } from '../modules';
import { isByOption, type Operator } from '../modules/condition/operators';
import { formOfModule } from '../modules/forms';

type Settings = ModuleNode['settings'];
type OptionsField = Extract<FormField, { kind: 'options' }>;

/**
 * The module with its rules about the label of an option as rules about the option: in another language
 * it is called otherwise, and is the same.
 */
export function byOption(module: ModuleNode, offers: ReadonlyMap<string, Offer>): ModuleNode {
  const definition = moduleOf(module.type);
  if (!definition) return module;
  const settings = asking(module.settings, formOfModule(definition), offers);
  return settings === module.settings ? module : { ...module, settings };
}

function asking(
  settings: Settings,
  form: readonly FormField[],
  offers: ReadonlyMap<string, Offer>,
): Settings {
  let asked = settings;
  for (const field of form) {
    const value = Object.hasOwn(settings, field.key) ? settings[field.key] : undefined;
    if (field.kind === 'options') {
      const options = optionsMeant(field, settings, offers);
      if (options.length > 0) asked = { ...asked, [field.key]: options };
    } else if (field.kind === 'list' && Array.isArray(value)) {
      const items = value.map((item) =>
        isSettings(item) ? asking(item, field.fields, offers) : item,
      );
      if (items.some((item, at) => item !== value[at])) asked = { ...asked, [field.key]: items };
    }
  }
  return asked;
}

/** The options that a rule means by their label; none where it names some already. */
function optionsMeant(
  { key, variable, text, severalWhen }: OptionsField,
  settings: Settings,
  offers: ReadonlyMap<string, Offer>,
): string[] {
  const named = settings[key];
  if (Array.isArray(named) && named.length > 0) return [];
  const operator = String(settings[severalWhen.key] ?? 'is') as Operator;
  if (!isByOption(operator)) return [];
  const offer = offers.get(String(settings[variable] ?? '').trim());
  const value = plainLine(String(settings[text] ?? '')).toLowerCase();
  if (!offer || value === '') return [];
  const values = operator === 'one_of' ? value.split(',').map((each) => each.trim()) : [value];
  return offer.options
    .filter(({ label }) => {
      const name = plainLine(label).toLowerCase();
      return operator === 'contains' ? name.includes(value) : values.includes(name);
    })
    .map(({ id }) => id);
}
