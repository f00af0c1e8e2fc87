import { Collapse, Stack, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './Disclosure.module.css';

interface Props {
  label: ReactNode;
  children: ReactNode;
}

/** What is of use now and then, behind a line that says what it is. */
export function Disclosure({ label, children }: Props) {
  const [isOpen, { toggle }] = useDisclosure(false);
  return (
    <Stack gap="xs">
      <UnstyledButton className={classes.button} aria-expanded={isOpen} onClick={toggle}>
        <ChevronRight size={16} aria-hidden className={classes.mark} />
        {label}
      </UnstyledButton>
      <Collapse expanded={isOpen}>{isOpen && children}</Collapse>
    </Stack>
  );
}
