import { Alert } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/client';
import { showError } from '../../app/errors';
import { currentLanguage } from '../../app/i18n';

/** Names the published experiences that would lead nowhere without this one. */
export function PublishedInto({ experienceId }: { experienceId: string }) {
  const { t } = useTranslation('flow');
  const [found, setFound] = useState<string[]>([]);
  useEffect(() => {
    call('experiences.publishedInto', { id: experienceId }).then(setFound, showError);
  }, [experienceId]);
  if (found.length === 0) return null;
  const names = new Intl.ListFormat(currentLanguage()).format(found);
  return <Alert color="orange">{t('library.publishedInto', { count: found.length, names })}</Alert>;
}
