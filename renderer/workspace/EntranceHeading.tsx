import { Text, Title } from '@mantine/core';

export function EntranceHeading({ title, intro }: { title: string; intro?: string }) {
  return (
    <div>
      <Title order={1} style={{ overflowWrap: 'anywhere' }}>
        {title}
      </Title>
      {intro && (
        <Text size="sm" c="dimmed" mt={4}>
          {intro}
        </Text>
      )}
    </div>
  );
}
