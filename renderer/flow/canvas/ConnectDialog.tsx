import { Button, Group, Select, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModuleNode } from '../../../preload/contract';
import { Dialog } from '../../ui/Dialog';
import { useBuilder } from '../builder-store';
import { openDialog } from '../canvas-store';
import { connectBranch } from '../draft-actions';
import { useDraft } from '../draft-store';
import { labelledBranches, moduleOptions, titleOf } from '../modules/catalogue';
import { useLanguage } from '../use-language';

const SHOWN_AT_ONCE = 50;

interface Props {
  module: ModuleNode;
  /** The one that is to lead somewhere; else the first that leads nowhere yet. */
  branch?: string | undefined;
}

/** What dragging an edge does, by keyboard: a branch, and the module that it leads to. */
export function ConnectDialog({ module, branch: asked }: Props) {
  const { t } = useTranslation(['flow', 'app']);
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  const modules = useDraft(({ graph }) => graph.modules);
  const branches = labelledBranches(catalogue, module, language);
  const [branch, setBranch] = useState(() => asked ?? firstOpen(module.id, branches) ?? '');
  const [to, setTo] = useState<string | null>(null);
  const targets = useMemo(
    () => moduleOptions(catalogue, modules, language),
    [modules, catalogue, language],
  );
  const close = () => openDialog(null);
  const connect = () => {
    if (to === null || branch === '') return;
    connectBranch({ from: module.id, branch, to });
    close();
  };
  return (
    <Dialog
      onClose={close}
      title={t('flow:connect.title', { name: titleOf(catalogue, module, language) })}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          connect();
        }}
      >
        <Stack gap="md">
          {branches.length > 1 && (
            <Select
              label={t('flow:connect.branch')}
              data={branches.map(({ id, label }) => ({ value: id, label }))}
              value={branch}
              allowDeselect={false}
              onChange={(value) => setBranch(value ?? '')}
            />
          )}
          <Select
            data-autofocus
            label={t('flow:connect.to')}
            placeholder={t('flow:connect.search')}
            data={targets}
            value={to}
            limit={SHOWN_AT_ONCE}
            searchable
            selectFirstOptionOnChange
            nothingFoundMessage={t('flow:branches.nothing')}
            onChange={setTo}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('app:cancel')}
            </Button>
            <Button type="submit" disabled={to === null || branch === ''}>
              {t('flow:connect.connect')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function firstOpen(moduleId: string, branches: readonly { id: string }[]): string | undefined {
  const { edges } = useDraft.getState().graph;
  const taken = new Set(edges.filter(({ from }) => from === moduleId).map((edge) => edge.branch));
  return (branches.find(({ id }) => !taken.has(id)) ?? branches[0])?.id;
}
