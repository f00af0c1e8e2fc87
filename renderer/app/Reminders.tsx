import { useEffect } from 'react';
import { notify } from './notify';
import type { ToDoSource } from './to-do-source';
import { TO_DOS } from './to-dos';
import { useMay } from './use-may';

/** Reminds of what there is to do, once for each unlocking. */
export function Reminders() {
  return TO_DOS.map((source) => <Source key={source.screen} source={source} />);
}

function Source({ source }: { source: ToDoSource }) {
  const may = useMay(source.needs);
  return may && <Reminder source={source} />;
}

function Reminder({ source }: { source: ToDoSource }) {
  useEffect(() => source.follow(), [source]);
  const toDo = source.useToDo();
  const isKnown = toDo !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only of what is due at unlock
  useEffect(() => {
    if (toDo?.reminder != null) notify(toDo.reminder);
  }, [isKnown]);
  return null;
}
