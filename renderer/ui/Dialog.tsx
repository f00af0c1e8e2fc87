import { Modal, type ModalProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FirstFocus } from './FirstFocus';
import { useLayer } from './layers';
import { useFocusBack } from './use-focus-back';

/** A dialog that is there for as long as it is rendered. */
export function Dialog({
  closeButtonProps,
  closeOnEscape = true,
  children,
  ...props
}: Omit<ModalProps, 'opened'>) {
  const { t } = useTranslation('app');
  useFocusBack();
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': t('close'), ...closeButtonProps }}
      {...props}
      {...useLayer(true, closeOnEscape)}
    >
      <FirstFocus />
      {children}
    </Modal>
  );
}
