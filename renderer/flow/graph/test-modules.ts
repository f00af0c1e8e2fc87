import type { ModuleDescriptor, ModuleTexts } from '../../../preload/contract';
import type { Catalogue } from '../modules/catalogue';

const texts: ModuleTexts = {
  name: 'Module',
  description: '',
  fields: {},
  branches: { next: 'Next' },
};

function descriptor(
  type: string,
  rest: Pick<ModuleDescriptor, 'branches' | 'form' | 'initial'>,
): ModuleDescriptor {
  return {
    type,
    group: 'say',
    icon: 'circle',
    stores: [],
    texts: { en: texts, de: texts },
    ...rest,
  };
}

const choiceSettings = {
  options: [
    { id: 'red', label: 'Red pill' },
    { id: 'blue', label: 'Blue pill' },
  ],
};

/** Three shapes of module: one way on, a branch per option, and an end. */
export const step = descriptor('step', {
  branches: { fixed: [{ id: 'next', optional: true }] },
  form: [],
  initial: { en: { text: 'Hi' }, de: { text: 'Hallo' } },
});

export const choice = descriptor('choice', {
  branches: { fixed: [], fromList: { key: 'options', label: 'label' } },
  form: [
    {
      kind: 'list',
      key: 'options',
      path: 'options',
      required: true,
      min: 1,
      fields: [{ kind: 'text', key: 'label', path: 'options.label', required: true }],
    },
  ],
  initial: { en: choiceSettings, de: choiceSettings },
});

export const end = descriptor('end', {
  branches: { fixed: [] },
  form: [],
  initial: { en: {}, de: {} },
});

export const catalogue: Catalogue = new Map([step, choice, end].map((each) => [each.type, each]));
