import { Flex, Input, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ANSWER_FORMATS,
  AnswerFormat,
  Language,
  type PersonSubject,
  type PersonSummary,
} from '../../preload/contract';
import { currentLanguage } from '../app/i18n';
import { ExportSteps } from '../export/ExportDialog';
import { ObligationsStep } from '../export/ObligationsStep';
import { OpeningHelp } from './OpeningHelp';
import { rowsIn } from './rows-in';

interface Props {
  subject: PersonSubject;
  summary: PersonSummary;
  /** Of the request that is answered. */
  reference?: string;
  onClose: () => void;
}

/** The answer to a request for access, saved for the person who has asked. */
export function AccessDialog({ subject, summary, reference, onClose }: Props) {
  const { t } = useTranslation('privacy');
  const { email } = summary;
  const rows = rowsIn(summary);
  const [purpose, setPurpose] = useState(() =>
    reference ? t('access.purposeRequest', { reference }) : t('access.purposeDefault'),
  );
  const [format, setFormat] = useState<AnswerFormat>('pdf');
  const [answerLanguage, setLanguage] = useState<Language>(currentLanguage);
  return (
    <ExportSteps
      title={t('access.title')}
      onClose={onClose}
      words={{
        password: t(`access.password.${format}`),
        programs: t(`access.formatHint.${format}`),
        saved: (
          <Stack gap="sm">
            <Text size="sm">{t('access.handOver')}</Text>
            <OpeningHelp format={format} language={answerLanguage} />
          </Stack>
        ),
      }}
      firstStep={({ isPreparing, error, onPrepare }) => (
        <ObligationsStep
          kind="accessObligations"
          rows={rows}
          purpose={reference ? null : purpose}
          summary={t('access.contents', { email, rows: t('facts.rows', { count: rows }) })}
          form={
            <FormatFields
              format={format}
              language={answerLanguage}
              onFormat={setFormat}
              onLanguage={setLanguage}
            />
          }
          needsRelease={null}
          isBusy={isPreparing}
          error={error}
          onPurpose={setPurpose}
          onAccept={() =>
            onPrepare({ ...subject, purpose, format, answerLanguage, language: currentLanguage() })
          }
          onRequestRelease={() => undefined}
          onCancel={onClose}
        />
      )}
    />
  );
}

interface FormatProps {
  format: AnswerFormat;
  language: Language;
  onFormat: (format: AnswerFormat) => void;
  onLanguage: (language: Language) => void;
}

function FormatFields({ format, language, onFormat, onLanguage }: FormatProps) {
  const { t } = useTranslation('privacy');
  return (
    <Stack gap={6}>
      <Flex gap="sm" wrap="wrap">
        <Input.Wrapper flex="1 1 380px" label={t('access.format')} labelElement="div">
          <SegmentedControl
            fullWidth
            aria-label={t('access.format')}
            data={ANSWER_FORMATS.map((value) => ({ value, label: t(`access.formats.${value}`) }))}
            value={format}
            onChange={(value) => onFormat(AnswerFormat.parse(value))}
          />
        </Input.Wrapper>
        <NativeSelect
          flex="1 1 140px"
          label={t('access.language')}
          data={Language.options.map((value) => ({
            value,
            label: t(`access.languages.${value}`),
          }))}
          value={language}
          onChange={(event) => onLanguage(Language.parse(event.currentTarget.value))}
        />
      </Flex>
      <Text size="xs" c="dimmed">
        {t(`access.formatHint.${format}`)}
      </Text>
    </Stack>
  );
}
