import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** In the place of what was not looked for yet, or not found. */
export function Notice({ icon, title, text }: { icon: ReactNode; title: string; text: string }) {
  return (
    <Stack align="center" gap={4} py="xl" ta="center" role="status">
      <Text c="dimmed" lh={1}>
        {icon}
      </Text>
      <Title order={2}>{title}</Title>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {text}
      </Text>
    </Stack>
  );
}
