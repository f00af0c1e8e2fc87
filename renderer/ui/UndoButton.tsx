import { Button } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { showError } from '../app/errors';
import { type Going, undoDeletion } from '../app/going';
import { useSecondsLeft } from './use-seconds-left';

/** For as long as it can be undone. */
export function UndoButton({ going: { ticket, name, until } }: { going: Going }) {
  const { t } = useTranslation('app');
  const seconds = useSecondsLeft(until);
  const ref = useFocusInPlace();
  return (
    <Button
      ref={ref}
      size="compact-sm"
      variant="light"
      leftSection={<Undo2 size={15} aria-hidden />}
      aria-label={t('undo.label', { name })}
      onClick={() => void undoDeletion(ticket).catch(showError)}
    >
      {t('undo.action')}
      {/* Not read out one by one. */}
      <span aria-hidden>&nbsp;({t('undo.seconds', { count: seconds })})</span>
    </Button>
  );
}

/** What stood in its place had the focus, and is gone; so is this after a while. */
function useFocusInPlace() {
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const around = ref.current?.closest<HTMLElement>('[role=dialog], main');
    const isLost = () => document.activeElement === document.body;
    // Once the dialog that has asked is gone.
    const timer = setTimeout(() => isLost() && ref.current?.focus());
    return () => {
      clearTimeout(timer);
      setTimeout(() => isLost() && around?.focus());
    };
  }, []);
  return ref;
}
