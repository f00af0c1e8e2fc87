import { ModalsProvider, useModals } from '@mantine/modals';
import { type ReactNode, useId } from 'react';
import { useEscape, useOpenLayer } from './layers';

/** Where `modals` asks its questions, over whatever else is open. */
export function Questions({ children }: { children: ReactNode }) {
  const id = useId();
  return (
    <ModalsProvider modalProps={useEscape(id)}>
      <Layer id={id} />
      {children}
    </ModalsProvider>
  );
}

function Layer({ id }: { id: string }) {
  useOpenLayer(id, useModals().modals.length > 0);
  return null;
}
