import { Center, type CenterProps, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState } from './ErrorState';

interface Props extends CenterProps {
  /** What has failed when there is an error. */
  title: string;
  /** Null as long as it is being loaded. */
  error: unknown;
  onRetry: () => void;
}

/** In place of what is not there yet: that it is being loaded, or why it could not be. */
export function Pending({ title, error, onRetry, ...place }: Props) {
  const { t } = useTranslation('app');
  return (
    <Center h="100%" {...place}>
      {error ? (
        <ErrorState title={title} error={error} onRetry={onRetry} />
      ) : (
        <Loader role="status" aria-label={t('loading')} />
      )}
    </Center>
  );
}
