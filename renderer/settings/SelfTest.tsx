import { Accordion, Alert, Button, Group, Stack, Text } from '@mantine/core';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StorageSelfTest } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { currentLanguage } from '../app/i18n';
import { formatInstant } from '../ui/format';
import { SelfTestDetails } from './SelfTestDetails';

const DETAILS = 'details';

/** Shows that switched off means not written. */
export function SelfTest() {
  const { t } = useTranslation('settings');
  const [report, setReport] = useState<StorageSelfTest | null>(null);
  const [isRunning, setRunning] = useState(false);

  const run = async () => {
    setRunning(true);
    try {
      setReport(await call('storage.selfTest', { language: currentLanguage() }));
    } catch (error) {
      showError(error);
    } finally {
      setRunning(false);
    }
  };

  return (
    <Stack gap="sm">
      <Text size="sm">{t('selfTest.text')}</Text>
      <Group>
        <Button variant="default" loading={isRunning} onClick={() => void run()}>
          {t('selfTest.run')}
        </Button>
      </Group>
      <div role="status">{report && <Verdict report={report} />}</div>
      {report && (
        <Accordion
          key={report.at}
          variant="separated"
          defaultValue={report.passed ? null : DETAILS}
        >
          <Accordion.Item value={DETAILS}>
            <Accordion.Control>{t('selfTest.details')}</Accordion.Control>
            <Accordion.Panel>
              <SelfTestDetails report={report} />
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
      )}
    </Stack>
  );
}

function Verdict({ report }: { report: StorageSelfTest }) {
  const { t } = useTranslation('settings');
  const { conversations, answers, tables } = report;
  const count = tables.reduce((sum, { withheld }) => sum + withheld, 0);
  const verdict = verdictOf(report);
  return (
    <Alert
      variant="light"
      color={COLORS[verdict]}
      icon={verdict === 'passed' ? <ShieldCheck aria-hidden /> : <ShieldAlert aria-hidden />}
      title={t(`selfTest.${verdict}`)}
    >
      {verdict === 'passed'
        ? t('selfTest.passedText', { conversations, answers, count })
        : t(`selfTest.${verdict}Text`)}{' '}
      {t('selfTest.at', { at: formatInstant(report.at) })}
    </Alert>
  );
}

const COLORS = { passed: 'teal', failed: 'red', untried: 'yellow' } as const;

/** `untried`: no conversation came to what is switched off. */
function verdictOf({ passed, tables, files }: StorageSelfTest): keyof typeof COLORS {
  if (passed) return 'passed';
  const isChanged =
    tables.some(({ before, after }) => before !== after) || files.some(({ changed }) => changed);
  return isChanged ? 'failed' : 'untried';
}
