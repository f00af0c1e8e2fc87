import { Stack, Text, Title } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface Props {
  icon: LucideIcon;
  title: string;
  /** What will be here, and how it comes to be. */
  children: string;
  /** Where it begins. */
  action?: ReactNode;
}

/** In the place of a list without entries. */
export function EmptyState({ icon: Icon, title, children, action }: Props) {
  return (
    <Stack align="center" gap="xs" py={64}>
      <Icon size={36} strokeWidth={1.5} color="var(--cv-accent)" aria-hidden />
      <Title order={2} ta="center">
        {title}
      </Title>
      <Text size="sm" c="dimmed" ta="center" maw={440} style={{ textWrap: 'balance' }}>
        {children}
      </Text>
      {action}
    </Stack>
  );
}
