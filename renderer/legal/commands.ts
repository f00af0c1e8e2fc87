import { FilePlus2, Scale, WandSparkles } from 'lucide-react';
import type { LegalTextSummary } from '../../preload/contract';
import { call } from '../app/client';
import type { Command, CommandSource } from '../app/commands';
import { i18n } from '../app/i18n';
import { onScreen } from '../app/palette/on-screen';
import { keep } from '../app/place';
import { openText } from './legal-store';

/** The legal texts, each by its name, and the ways to a new one. */
export const commands: CommandSource = {
  list: async ({ may }) => {
    if (!may('legal.list')) return [];
    const texts = await call('legal.list');
    return [...texts.map(command), ...(may('legal.create') ? making() : [])];
  },
};

function command({ id, kind, name }: LegalTextSummary): Command {
  return {
    id: `legal-${id}`,
    group: 'texts',
    label: name,
    icon: Scale,
    ...onScreen('legal', () => openText(id)),
    detail: i18n.t(`legal:kind.${kind}`),
  };
}

function making(): Command[] {
  const withDialog = (dialog: 'new' | 'notice') =>
    onScreen('legal', () => {
      openText(null);
      keep('legal.making', dialog);
    });
  const group = 'actions' as const;
  return [
    {
      id: 'new-text',
      group,
      label: i18n.t('legal:new.action'),
      icon: FilePlus2,
      ...withDialog('new'),
    },
    {
      id: 'privacy-notice',
      group,
      label: i18n.t('legal:notice.action'),
      icon: WandSparkles,
      ...withDialog('notice'),
    },
  ];
}
