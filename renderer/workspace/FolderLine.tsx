import { Text } from '@mantine/core';
import classes from './FolderLine.module.css';

export function FolderLine({ label, folder }: { label: string; folder: string }) {
  return (
    <Text size="xs" c="dimmed" className={classes.line}>
      {label} <span className={classes.path}>{folder}</span>
    </Text>
  );
}
