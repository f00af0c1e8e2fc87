import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Appearance,
  type KioskLook,
  languageName,
  offersByVariable,
} from '../../../preload/contract';
import { useLegalNames } from '../../legal/use-legal-names';
import { useBuilder } from '../builder-store';
import { calledIn, labelledBranches, titleOf } from '../modules/catalogue';
import { useLanguage } from '../use-language';
import { AppearanceChanges } from './AppearanceChanges';
import { ChangeNote, ChangeRow, ChangeTable } from './ChangeTable';
import type { ChatSettingChange, EdgeChange, GraphDiff, ModuleChange } from './diff-graphs';
import classes from './HistoryDialog.module.css';
import { KioskChanges } from './KioskChanges';
import { readableChange, settingLabel } from './readable-setting';

/** The same in words: each module, and each setting as it was and as it is. */
export function ChangeList({ diff }: { diff: GraphDiff }) {
  const { t } = useTranslation('flow');
  const catalogue = useBuilder((state) => state.catalogue);
  const language = useLanguage();
  const options = useMemo(() => optionLabels(diff, catalogue), [diff, catalogue]);
  const edges = diff.edges.filter(({ kind }) => kind !== 'same');
  const modules = changedModules(diff);
  if (diff.isSame) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list has to scroll by keyboard
    <section className={classes.changes} aria-label={t('versions.changes')} tabIndex={0}>
      {modules.map((change) => (
        <ChangeTable
          key={change.module.id}
          title={t(`versions.module.${change.kind}`, {
            module:
              change.kind === 'changed'
                ? calledIn(catalogue, change.module, language)
                : titleOf(catalogue, change.module, language),
          })}
        >
          {change.name && (
            <ChangeRow
              label={t('versions.moduleName')}
              was={change.name.before}
              is={change.name.after}
            />
          )}
          <SettingChanges change={change} options={options} />
        </ChangeTable>
      ))}
      {diff.settings.map((change) => (
        <ChatSettingLine key={change.key} change={change} />
      ))}
      {diff.translations.map(({ language: into, count }) => (
        <Text key={into} size="sm">
          {t('versions.translations', { language: languageName(into, language), count })}
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

/** What was changed first: it is what one looks for. */
const ORDER = ['changed', 'added', 'removed'] as const;

function changedModules({ modules }: GraphDiff) {
  return ORDER.flatMap((kind) =>
    modules.flatMap((change) => (change.kind === kind ? [{ ...change, kind }] : [])),
  );
}

function ChatSettingLine({ change: { key, before, after } }: { change: ChatSettingChange }) {
  const { t } = useTranslation(['flow', 'design', 'kiosk']);
  if (key === 'appearance') {
    return (
      <ChangeTable title={t('design:title')}>
        <AppearanceChanges
          before={before as Appearance | undefined}
          after={after as Appearance | undefined}
        />
      </ChangeTable>
    );
  }
  if (key === 'kiosk') {
    return (
      <ChangeTable title={t('kiosk:look.title')}>
        <KioskChanges
          before={before as KioskLook | undefined}
          after={after as KioskLook | undefined}
        />
      </ChangeTable>
    );
  }
  return (
    <Text size="sm">
      {key === 'allowsBack'
        ? t(`flow:versions.chat.allowsBack.${after ? 'on' : 'off'}`)
        : t(`flow:versions.chat.${key}`)}
    </Text>
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
  const legalTexts = useLegalNames();
  const words = {
    language,
    options,
    legalTexts,
    yes: t('versions.on'),
    no: t('versions.off'),
  };
  return change.settings.map(({ key, before, after }) => {
    const label = settingLabel(descriptor, key, language);
    const { was, is } = readableChange(descriptor, { key, before, after }, words);
    if (was !== is) return <ChangeRow key={key} label={label} was={was} is={is} />;
    return (
      <ChangeNote key={key} label={label}>
        {t('versions.otherwise')}
      </ChangeNote>
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
