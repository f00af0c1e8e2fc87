import { Modal, type ModalProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLayer } from './layers';
import { useFocusBack } from './use-focus-back';

/** A dialog that is there for as long as it is rendered. */
export function Dialog({
  closeButtonProps,
  closeOnEscape = true,
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
    />
  );
}
