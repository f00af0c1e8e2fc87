import { Button, Text } from '@mantine/core';
import { Plus, UserX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/use-may';
import { Notice } from './Notice';
import { useRequests } from './requests-store';

interface Props {
  /** Where was looked, and for what. */
  text: string;
  /** With which a request begins; empty where no whole address was looked for. */
  email: string;
}

/** Whoever has asked is answered, also where nothing is stored. */
export function NobodyFound({ text, email }: Props) {
  const { t } = useTranslation('privacy');
  const begin = useRequests((state) => state.begin);
  const mayEnter = useMay('requests.enter');
  const icon = <UserX size={36} strokeWidth={1.25} aria-hidden />;
  return (
    <Notice icon={icon} title={t('none.title')} text={text}>
      {mayEnter && (
        <>
          <Text size="sm" mt="sm">
            {t('none.request')}
          </Text>
          <Button
            mt={4}
            variant="default"
            leftSection={<Plus size={16} aria-hidden />}
            onClick={() => begin(email)}
          >
            {t('actions.request')}
          </Button>
        </>
      )}
    </Notice>
  );
}
