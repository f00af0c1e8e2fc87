import { Box, type BoxProps, Center } from '@mantine/core';
import { ErrorState } from './ErrorState';
import { ContentSkeleton } from './Page';

interface Props extends BoxProps {
  /** What has failed when there is an error. */
  title: string;
  /** Null as long as it is being loaded. */
  error: unknown;
  onRetry: () => void;
}

/** In place of what is not there yet: that it is being loaded, or why it could not be. */
export function Pending({ title, error, onRetry, ...place }: Props) {
  if (!error) {
    return (
      <Box w="100%" {...place}>
        <ContentSkeleton />
      </Box>
    );
  }
  return (
    <Center h="100%" {...place}>
      <ErrorState title={title} error={error} onRetry={onRetry} />
    </Center>
  );
}
