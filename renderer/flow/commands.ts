import {
  FileInput,
  History,
  LayoutList,
  MessagesSquare,
  Plus,
  Rocket,
  SquareMousePointer,
  Workflow,
} from 'lucide-react';
import { call } from '../app/client';
import type { Asker, Command, CommandSource } from '../app/commands';
import { i18n } from '../app/i18n';
import { onScreen } from '../app/palette/on-screen';
import { keep } from '../app/place';
import { openBuilder, openExperience } from './builder-actions';
import { useBuilder } from './builder-store';
import { openDialog, revealModule } from './canvas-store';
import { useDraft } from './draft-store';
import { openLibrary } from './library-actions';
import { nameOf, summaryOf } from './modules/catalogue';
import { showFlow } from './show-flow';

export const commands: CommandSource = {
  list: async (asker) => {
    if (!asker.may('experiences.get')) return [];
    return [...modules(asker), ...(await experiences()), ...actions()];
  },
};

/** Of the experience that is open. */
function modules({ language }: Asker): Command[] {
  const { experience, catalogue } = useBuilder.getState();
  if (!experience) return [];
  return useDraft.getState().graph.modules.map((module) => ({
    id: `module-${module.id}`,
    group: 'modules' as const,
    label: nameOf(catalogue, module.type, language),
    detail: summaryOf(catalogue, module),
    also: experience.name,
    icon: SquareMousePointer,
    run: () => {
      showFlow();
      revealModule(module.id);
    },
  }));
}

async function experiences(): Promise<Command[]> {
  const all = await call('experiences.list');
  return all.map(({ id, name, archivedAt }) => ({
    id: `experience-${id}`,
    group: 'experiences' as const,
    label: name,
    ...(archivedAt !== null && { detail: i18n.t('flow:library.archived') }),
    icon: Workflow,
    run: async () => {
      await builder();
      if (await openExperience(id)) showFlow();
    },
  }));
}

/** The screen may not have been opened yet. */
async function builder(): Promise<void> {
  if (useBuilder.getState().phase.kind !== 'ready') await openBuilder();
}

/** From the builder where one is open, else from the list of all. */
async function createNew(): Promise<void> {
  await builder();
  if (useBuilder.getState().experience) keep('flow.dialog', 'new');
  else keep('library.naming', true);
  showFlow();
}

function actions(): Command[] {
  const inGroup = { group: 'actions' as const, detail: i18n.t('nav.experiences') };
  const withDialog = (name: string, value: unknown) => () => {
    showFlow();
    keep(name, value);
  };
  const anywhere: Command[] = [
    {
      ...inGroup,
      id: 'new-experience',
      label: i18n.t('flow:experiences.new'),
      icon: Plus,
      run: createNew,
    },
    {
      ...inGroup,
      id: 'import-experience',
      label: i18n.t('palette.importExperience'),
      icon: FileInput,
      ...onScreen('experiences', () => {
        openLibrary();
        keep('library.importing', true);
      }),
    },
    {
      ...inGroup,
      id: 'library',
      label: i18n.t('flow:library.open'),
      icon: LayoutList,
      ...onScreen('experiences', openLibrary),
    },
  ];
  const { experience } = useBuilder.getState();
  if (!experience) return anywhere;
  return [
    {
      ...inGroup,
      id: 'publish',
      label: i18n.t('palette.publish', { name: experience.name }),
      icon: Rocket,
      run: withDialog('flow.versions', 'publish'),
    },
    {
      ...inGroup,
      id: 'history',
      label: i18n.t('flow:versions.title'),
      icon: History,
      run: withDialog('flow.versions', 'history'),
    },
    {
      ...inGroup,
      id: 'chat-settings',
      label: i18n.t('flow:chatSettings.open'),
      icon: MessagesSquare,
      run: () => {
        showFlow();
        openDialog({ kind: 'chatSettings' });
      },
    },
    ...anywhere,
  ];
}
