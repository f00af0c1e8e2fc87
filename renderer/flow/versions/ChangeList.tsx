import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { offersByVariable } from '../../../preload/contract';
import { useBuilder } from '../builder-store';
import { labelledBranches, nameOf, titleOf } from '../modules/catalogue';
import { useLanguage } from '../use-language';
import type { EdgeChange, GraphDiff, ModuleChange } from './diff-graphs';
import classes from './HistoryDialog.module.css';
import { readableSetting, settingLabel } from './readable-setting';

/** The same in words: each module, and each setting as it was and as it is. */
export function ChangeList({ diff }: { diff: GraphDiff }) {
  const { t } = useTranslation('flow');
  const catalogue = useBuilder((state) => state.catalogue);
  const language = useLanguage();
  const options = useMemo(() => optionLabels(diff, catalogue), [diff, catalogue]);
  const edges = diff.edges.filter(({ kind }) => kind !== 'same');
  const modules = diff.modules.filter(({ kind }) => kind !== 'same');
  if (diff.isSame) return null;
  return (
    <section className={classes.changes} aria-label={t('versions.changes')}>
      {modules.map((change) => (
        <div key={change.module.id} className={classes.change}>
          <Text size="sm" fw={600}>
            {t(`versions.module.${change.kind as 'added' | 'removed' | 'changed'}`, {
              module:
                change.kind === 'changed'
                  ? nameOf(catalogue, change.module.type, language)
                  : titleOf(catalogue, change.module, language),
            })}
          </Text>
          <SettingChanges change={change} options={options} />
        </div>
      ))}
      {diff.settings.map(({ key, after }) => (
        <Text key={key} size="sm">
          {t(`versions.chat.${key}.${after ? 'on' : 'off'}`)}
        </Text>
      ))}
      {diff.startChanged && <Text size="sm">{t('versions.startChanged')}</Text>}
      {edges.map((change) => (
        <EdgeLine
          key={`${change.kind} ${Object.values(change.edge)}`}
          change={change}
          diff={diff}
        />
      ))}
    </section>
  );
}

type OptionLabels = ReadonlyMap<string, string>;

/** As they are called afterwards. */
function optionLabels(
  diff: GraphDiff,
  catalogue: ReturnType<typeof useBuilder.getState>['catalogue'],
): OptionLabels {
  const modules = diff.modules.map(({ module }) => module);
  const offers = offersByVariable(modules, (type) => catalogue.get(type)?.offers);
  return new Map(
    [...offers.values()].flatMap(({ options }) => options.map(({ id, label }) => [id, label])),
  );
}

function SettingChanges({ change, options }: { change: ModuleChange; options: OptionLabels }) {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const descriptor = useBuilder(({ catalogue }) => catalogue.get(change.module.type));
  const words = { language, options, yes: t('versions.on'), no: t('versions.off') };
  return change.settings.map(({ key, before, after }) => {
    const was = readableSetting(descriptor, key, before, words);
    const is = readableSetting(descriptor, key, after, words);
    return (
      <Text key={key} size="sm" component="div">
        {settingLabel(descriptor, key, language)}:{' '}
        <del className={classes.old}>{was || t('versions.empty')}</del>
        {' → '}
        <ins className={classes.new}>{is || t('versions.empty')}</ins>
      </Text>
    );
  });
}

function EdgeLine({ change: { edge, kind }, diff }: { change: EdgeChange; diff: GraphDiff }) {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  const find = (id: string) => diff.modules.find(({ module }) => module.id === id)?.module;
  const from = find(edge.from);
  const to = find(edge.to);
  if (!from || !to) return null;
  const branch = labelledBranches(catalogue, from, language).find(({ id }) => id === edge.branch);
  return (
    <Text size="sm">
      {t(`versions.edge.${kind as 'added' | 'removed'}`, {
        from: titleOf(catalogue, from, language),
        branch: branch?.label ?? edge.branch,
        to: titleOf(catalogue, to, language),
      })}
    </Text>
  );
}
