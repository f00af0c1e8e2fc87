import { Select, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModuleNode } from '../../../preload/contract';
import { useBuilder } from '../builder-store';
import { connectBranch, openBranch } from '../draft-actions';
import { useDraft } from '../draft-store';
import { labelledBranches, moduleOptions } from '../modules/catalogue';
import { useLanguage } from '../use-language';
import classes from './Inspector.module.css';

const SHOWN_AT_ONCE = 50;

/** Where each branch leads: the keyboard's way to what dragging an edge does. */
export function BranchesField({ module }: { module: ModuleNode }) {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  const { modules, edges } = useDraft((state) => state.graph);
  const branches = labelledBranches(catalogue, module, language);
  const options = useMemo(
    () => moduleOptions(catalogue, modules, language),
    [modules, catalogue, language],
  );
  if (branches.length === 0) return null;

  return (
    <section className={classes.group}>
      <Text component="h3" size="sm" fw={600}>
        {t('branches.title')}
      </Text>
      {branches.map(({ id, label }) => (
        <Select
          key={id}
          label={branches.length > 1 ? label : undefined}
          aria-label={label}
          placeholder={t('branches.ends')}
          data={options}
          value={edges.find(({ from, branch }) => from === module.id && branch === id)?.to ?? null}
          limit={SHOWN_AT_ONCE}
          searchable
          clearable
          nothingFoundMessage={t('branches.nothing')}
          onChange={(to) =>
            to === null
              ? openBranch(module.id, id)
              : connectBranch({ from: module.id, branch: id, to })
          }
        />
      ))}
    </section>
  );
}
