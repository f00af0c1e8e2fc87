import { Paper, Stack, Title } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { type SettingSection, useWantedSection } from './setting-sections';

interface Props {
  title: string;
  /** Where it can be opened from elsewhere. */
  section?: SettingSection | undefined;
  children: ReactNode;
}

export function Section({ title, section, children }: Props) {
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const isWanted = useWantedSection((state) => section !== undefined && state.section === section);

  useEffect(() => {
    if (!isWanted) return;
    useWantedSection.setState({ section: null });
    // Once what is above it has come: its own section is there by now.
    requestAnimationFrame(() => {
      heading.current?.closest('section')?.scrollIntoView({ block: 'start' });
      heading.current?.focus({ preventScroll: true });
    });
  }, [isWanted]);

  return (
    <Paper component="section" withBorder p="md" aria-labelledby={titleId}>
      <Stack gap="sm">
        <Title order={2} id={titleId} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}
