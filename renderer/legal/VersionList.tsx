import { Accordion, ActionIcon, Group, Stack, Text, Tooltip } from '@mantine/core';
import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LegalContent, LegalTextView, LegalVersion } from '../../preload/contract';
import { languageName } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { currentLanguage } from '../app/i18n';
import { notify } from '../app/notify';
import { formatInstant } from '../ui/format';
import { Differences } from './Differences';
import classes from './Legal.module.css';

interface Props {
  view: LegalTextView;
  /** As it is edited. */
  content: LegalContent;
}

/** All versions, the newest first, each with its checksums and what it has changed. */
export function VersionList({ view: { versions, hasDraft }, content }: Props) {
  const { t } = useTranslation('legal');
  const [newest] = versions;
  if (!newest) {
    return (
      <Text size="sm" c="dimmed">
        {t('versions.none')}
      </Text>
    );
  }
  return (
    <Accordion variant="contained" chevronPosition="left" multiple>
      {hasDraft && (
        <Accordion.Item value="draft">
          <Accordion.Control>{t('versions.asDraft')}</Accordion.Control>
          <Accordion.Panel>
            <Differences before={newest} after={content} number={newest.number} />
          </Accordion.Panel>
        </Accordion.Item>
      )}
      {versions.map((version, index) => (
        <Accordion.Item key={version.id} value={version.id}>
          <Accordion.Control>
            <Group gap="sm">
              <Text fw={600} size="sm">
                {t('versions.number', { number: version.number })}
              </Text>
              <Text size="sm" c="dimmed">
                {t('versions.meta', {
                  date: formatInstant(version.createdAt),
                  user: version.createdBy,
                })}
              </Text>
            </Group>
          </Accordion.Control>
          <Accordion.Panel>
            <Details version={version} before={versions[index + 1]} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

function Details({ version, before }: { version: LegalVersion; before: LegalVersion | undefined }) {
  const { t } = useTranslation('legal');
  return (
    <Stack gap="sm">
      {version.note !== '' && <Text size="sm">{version.note}</Text>}
      <Stack gap={2}>
        {Object.entries(version.languages).map(([tag, { sha256 }]) => (
          <Hash
            key={tag}
            number={version.number}
            language={languageName(tag, currentLanguage())}
            sha256={sha256}
          />
        ))}
      </Stack>
      {before ? (
        <Differences before={before} after={version} number={before.number} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('versions.first')}
        </Text>
      )}
    </Stack>
  );
}

interface HashProps {
  number: number;
  language: string;
  sha256: string;
}

function Hash({ number, language, sha256 }: HashProps) {
  const { t } = useTranslation('legal');
  const label = t('versions.copyHash', { number, language });
  const copy = () =>
    void call('legal.copyHash', { sha256 }).then(() => notify(t('versions.hashCopied')), showError);
  return (
    <Group gap={6} wrap="nowrap">
      <Text size="xs" c="dimmed" flex="none">
        {t('versions.hash', { language })}
      </Text>
      <code className={classes.hash}>{sha256}</code>
      <Tooltip label={label}>
        <ActionIcon size="sm" aria-label={label} onClick={copy}>
          <Copy size={14} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
