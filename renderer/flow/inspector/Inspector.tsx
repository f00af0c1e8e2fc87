import { ActionIcon, Button, Text, Title, Tooltip } from '@mantine/core';
import { CopyPlus, Flag, Play, Trash2, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isWritten, type ModuleDescriptor, type ModuleNode } from '../../../preload/contract';
import { startAt } from '../../preview/preview-actions';
import { useBuilder } from '../builder-store';
import { focusNode } from '../canvas/focus-node';
import { revealModule, select, useCanvas } from '../canvas-store';
import { duplicateSelection } from '../clipboard-actions';
import { makeStart, remove } from '../draft-actions';
import { useDraft } from '../draft-store';
import { nameOf } from '../modules/catalogue';
import { ModuleIcon } from '../modules/ModuleIcon';
import { useLanguage } from '../use-language';
import { BranchesField } from './BranchesField';
import { focusField } from './focus-field';
import classes from './Inspector.module.css';
import { ModuleNameInput } from './ModuleNameInput';
import { ModuleProblems } from './ModuleProblems';
import { SettingsForm } from './SettingsForm';
import { StoragePanel } from './StoragePanel';

export function Inspector({ moduleId }: { moduleId: string }) {
  const module = useDraft(({ graph }) => graph.modules.find(({ id }) => id === moduleId));
  const descriptor = useBuilder(({ catalogue }) => module && catalogue.get(module.type));
  const language = useLanguage();
  const root = useRef<HTMLElement>(null);
  const reveal = useCanvas((state) => state.reveal);

  useEffect(() => {
    if (reveal?.moduleId === moduleId && root.current) focusField(root.current, reveal.field);
  }, [reveal, moduleId]);

  const onKeyDown = ({ key, target, currentTarget }: KeyboardEvent) => {
    // Keys pressed in a dialog get here too, by way of React's tree.
    const isHere = target instanceof Element && currentTarget.contains(target);
    if (key !== 'Escape' || !isHere || hasOpenList(target)) return;
    revealModule(moduleId, { where: 'inView' });
    focusNode(moduleId);
  };

  if (!module) return null;
  return (
    <section
      ref={root}
      className={classes.inspector}
      aria-labelledby="inspector-title"
      data-module={module.id}
      onKeyDown={onKeyDown}
    >
      <InspectorHeader module={module} descriptor={descriptor} />
      <ModuleNameInput key={module.id} moduleId={module.id} />
      {descriptor && (
        <StoragePanel
          moduleId={module.id}
          moduleName={descriptor.texts[language].name}
          stores={descriptor.stores.filter(({ onlyWhen }) => isWritten(onlyWhen, module.settings))}
        />
      )}
      <ModuleProblems moduleId={module.id} />
      {descriptor && <SettingsForm module={module} descriptor={descriptor} />}
      <BranchesField module={module} />
      <InspectorActions moduleId={module.id} />
    </section>
  );
}

/** Whether Escape closes a list of options first. */
function hasOpenList(field: Element): boolean {
  if (!field.matches('[aria-haspopup=listbox]')) return false;
  const list = document.getElementById(field.getAttribute('aria-controls') ?? '');
  return list?.checkVisibility() ?? false;
}

interface HeaderProps {
  module: ModuleNode;
  descriptor: ModuleDescriptor | undefined;
}

function InspectorHeader({ module, descriptor }: HeaderProps) {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  return (
    <header className={classes.header}>
      <ModuleIcon icon={descriptor?.icon ?? ''} group={descriptor?.group ?? 'unknown'} />
      <div className={classes.heading}>
        <Title order={2} id="inspector-title">
          {nameOf(catalogue, module.type, language)}
        </Title>
        <Text size="sm" c="dimmed">
          {descriptor?.texts[language].description ?? t('inspector.unknown')}
        </Text>
      </div>
      <Tooltip label={t('inspector.close')}>
        <ActionIcon aria-label={t('inspector.close')} onClick={() => select([])}>
          <X size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </header>
  );
}

function InspectorActions({ moduleId }: { moduleId: string }) {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const isStart = useDraft(({ graph }) => graph.start === moduleId);
  return (
    <footer className={classes.actions}>
      <Button
        variant="default"
        size="xs"
        leftSection={<Play size={14} aria-hidden />}
        onClick={() => startAt(moduleId)}
      >
        {t('inspector.previewFromHere')}
      </Button>
      {!isStart && (
        <Button
          variant="default"
          size="xs"
          leftSection={<Flag size={14} aria-hidden />}
          onClick={() => makeStart(moduleId)}
        >
          {t('inspector.makeStart')}
        </Button>
      )}
      <Button
        variant="default"
        size="xs"
        leftSection={<CopyPlus size={14} aria-hidden />}
        onClick={() => void duplicateSelection(language)}
      >
        {t('edit.duplicate')}
      </Button>
      <Button
        variant="subtle"
        color="red"
        size="xs"
        leftSection={<Trash2 size={14} aria-hidden />}
        onClick={() => remove([moduleId])}
      >
        {t('inspector.delete')}
      </Button>
    </footer>
  );
}
