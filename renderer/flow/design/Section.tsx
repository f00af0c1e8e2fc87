import { Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './Design.module.css';

interface Props {
  title: string;
  text?: string;
  children: ReactNode;
}

/** A part of the design, with its heading. */
export function Section({ title, text, children }: Props) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {text !== undefined && (
        <Text size="sm" c="dimmed" mt={2}>
          {text}
        </Text>
      )}
      <div className={classes.content}>{children}</div>
    </section>
  );
}
