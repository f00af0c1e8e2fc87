import { SegmentedControl, Select } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatChannel, FunnelStep, ModuleDescriptor } from '../../preload/contract';
import { call } from '../app/client';
import { currentLanguage } from '../app/i18n';
import { useCalled } from '../flow/modules/use-called';
import { formatCount } from '../ui/format';
import { Figure } from './Figure';
import { useCounts } from './use-counts';

const CHANNELS = ['kiosk', 'preview'] as const;

export function FunnelFigure() {
  const { t } = useTranslation('dashboard');
  const { value: experiences } = useCounts(loadExperiences);
  const [chosen, setChosen] = useState<string | null>(null);
  const [channel, setChannel] = useState<ChatChannel>('kiosk');
  const played = usePlayed(channel);
  const wanted = [...(chosen === null ? [] : [chosen]), ...(played ?? [])];
  const experience =
    wanted.map((wish) => experiences?.find(({ id }) => id === wish)).find(Boolean) ??
    (played ? experiences?.[0] : undefined);
  const experienceId = experience?.id;
  const load = useCallback(
    async () =>
      experienceId === undefined ? [] : call('dashboard.funnel', { experienceId, channel }),
    [experienceId, channel],
  );
  const { value, error, reload } = useCounts(load);
  const steps = useNamedSteps(value ?? []);
  const most = Math.max(...steps.map(({ sessions }) => sessions), 0);
  const summary =
    most > 0
      ? t('funnel.summary', { count: most, name: experience?.name ?? '' })
      : t('funnel.nothing');
  return (
    <Figure
      title={t('funnel.title')}
      summary={experiences && value && summary}
      note={t('funnel.note')}
      error={error}
      onRetry={reload}
      chart={
        most > 0
          ? {
              data: steps,
              dataKey: 'name',
              series: [{ name: 'sessions', label: t('funnel.sessions'), color: 'petrol.5' }],
              horizontal: true,
            }
          : null
      }
      table={{
        head: [t('funnel.module'), t('funnel.sessions'), t('funnel.share')],
        rows: steps.map(({ moduleId, name, sessions }) => ({
          key: moduleId,
          cells: [name, formatCount(sessions), most > 0 ? formatShare(sessions / most) : '–'],
        })),
      }}
      controls={
        <>
          <Select
            size="xs"
            aria-label={t('funnel.experience')}
            allowDeselect={false}
            searchable
            value={experienceId ?? null}
            onChange={setChosen}
            data={experiences?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('funnel.channel')}
            value={channel}
            onChange={setChannel}
            data={CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) }))}
          />
        </>
      }
    />
  );
}

/** The experiences that have conversations, those with most first; null until they are known. */
function usePlayed(channel: ChatChannel): string[] | null {
  const load = useCallback(() => call('dashboard.conversations', { channel }), [channel]);
  const { value, error } = useCounts(load);
  if (error) return [];
  return value?.map(({ experienceId }) => experienceId) ?? null;
}

const loadExperiences = () => call('experiences.list');
const loadModules = () => call('modules.list');

const NO_MODULES: ModuleDescriptor[] = [];

/** Numbered, since an experience may have several modules of a kind. */
function useNamedSteps(steps: FunnelStep[]) {
  const { t } = useTranslation('dashboard');
  const { value: modules } = useCounts(loadModules);
  const called = useCalled(modules ?? NO_MODULES);
  return steps.map((step, index) => {
    const { moduleType, moduleName, inFlow } = step;
    const module = moduleType === null ? t('funnel.deleted') : called({ moduleType, moduleName });
    const name = inFlow || moduleType === null ? module : t('funnel.outOfFlow', { module });
    return { ...step, name: `${index + 1}. ${name}` };
  });
}

function formatShare(share: number): string {
  return new Intl.NumberFormat(currentLanguage(), { style: 'percent' }).format(share);
}
