import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_NAME_ON_CANVAS } from '../../../preload/contract';
import { nameModule } from '../draft-actions';
import { useDraft } from '../draft-store';

/** What the authors call the module. */
export function ModuleNameInput({ moduleId }: { moduleId: string }) {
  const { t } = useTranslation('flow');
  const name = useDraft(({ graph }) => graph.modules.find(({ id }) => id === moduleId)?.name ?? '');
  const [typed, setTyped] = useState(name);
  // Undo, and a name that was typed on the canvas; a blank at the end is on its way to another word.
  useEffect(() => {
    setTyped((before) => (before.trim() === name ? before : name));
  }, [name]);
  return (
    <TextInput
      label={t('modules.name')}
      description={t('modules.nameHint')}
      maxLength={MAX_NAME_ON_CANVAS}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        nameModule(moduleId, value);
      }}
    />
  );
}
