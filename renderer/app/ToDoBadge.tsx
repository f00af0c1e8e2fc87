import { Badge, VisuallyHidden } from '@mantine/core';
import classes from './Navigation.module.css';
import type { ToDoSource } from './to-do-source';

/** How much waits for this user on a screen. */
export function ToDoBadge({ source, isNarrow }: { source: ToDoSource; isNarrow: boolean }) {
  const toDo = source.useToDo();
  if (toDo === null || toDo.count === 0) return null;
  return (
    <Badge
      size="sm"
      color="red"
      variant="filled"
      circle={toDo.count < 10}
      className={isNarrow ? classes.cornerBadge : classes.badge}
    >
      <span aria-hidden>{toDo.count}</span>
      <VisuallyHidden>{toDo.words}</VisuallyHidden>
    </Badge>
  );
}
