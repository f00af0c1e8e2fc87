import { Radio, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SampleId, type SampleSummary } from '../../../preload/contract';
import { call } from '../../app/client';
import { showError } from '../../app/errors';
import { RenameDialog } from '../../ui/RenameDialog';
import { createExperience } from '../builder-actions';
import { useExperienceWords } from '../experience-words';
import { useLanguage } from '../use-language';

const EMPTY = 'empty';

/** Asks for the name of a new experience, and what it begins with. */
export function NewExperienceDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('flow');
  const words = useExperienceWords();
  const language = useLanguage();
  const samples = useSamples();
  const [start, setStart] = useState(EMPTY);
  const sample = SampleId.safeParse(start).data;
  return (
    <RenameDialog
      words={words({ title: t('experiences.newTitle'), confirm: t('experiences.create') })}
      name={samples.find(({ id }) => id === sample)?.name ?? ''}
      onRename={(name) => createExperience(name, sample && { id: sample, language })}
      onClose={onClose}
    >
      <Radio.Group label={t('experiences.startFrom')} value={start} onChange={setStart}>
        <Stack gap="sm" mt="xs">
          <Radio
            value={EMPTY}
            label={t('experiences.empty')}
            description={t('experiences.emptyText')}
          />
          {samples.map(({ id, name, description }) => (
            <Radio key={id} value={id} label={name} description={description} />
          ))}
        </Stack>
      </Radio.Group>
    </RenameDialog>
  );
}

function useSamples(): SampleSummary[] {
  const language = useLanguage();
  const [samples, setSamples] = useState<SampleSummary[]>([]);
  useEffect(() => {
    call('experiences.samples', { language }).then(setSamples, showError);
  }, [language]);
  return samples;
}
