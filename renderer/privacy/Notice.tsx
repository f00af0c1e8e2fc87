import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  icon: ReactNode;
  title: string;
  text: string;
  /** What can be done then. */
  children?: ReactNode;
}

/** In the place of what was not looked for yet, or not found. */
export function Notice({ icon, title, text, children }: Props) {
  return (
    <Stack align="center" gap={4} py="xl" ta="center" role="status">
      <Text c="dimmed" lh={1}>
        {icon}
      </Text>
      <Title order={2}>{title}</Title>
      <Text size="sm" c="dimmed" maw={560} style={{ overflowWrap: 'anywhere' }}>
        {text}
      </Text>
      {children}
    </Stack>
  );
}
