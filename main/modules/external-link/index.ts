import { z } from 'zod';
import { defineModule } from '../define-module';
import { httpsUrl, label, optionalLongText } from '../fields';
import { texts } from './texts';

export const externalLink = defineModule({
  type: 'external_link',
  group: 'say',
  icon: 'external-link',
  settings: z.object({ text: optionalLongText, label, url: httpsUrl }),
  texts,
  branches: { fixed: [{ id: 'next', optional: true }] },
  waits: true,
  needs: [],
  sets: [],
  stores: { runtime_log: 7 },
  summary: 'url',
  step: ({ settings, event }) => {
    if (event.kind === 'linkOpened') {
      return { store: [{ store: 'runtime_log', row: { event: 'link_opened' } }], go: 'next' };
    }
    return {
      ...(event.kind === 'enter' && { say: [settings.text] }),
      ask: { kind: 'link', label: settings.label, url: settings.url },
    };
  },
});
