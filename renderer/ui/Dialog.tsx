import { Modal, type ModalProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FirstFocus } from './FirstFocus';
import { useLayer } from './layers';
import { useFocusBack } from './use-focus-back';

interface Props extends Omit<ModalProps, 'opened'> {
  /** Nothing in it takes the focus: it takes it itself, so that it scrolls by keyboard. */
  isToRead?: boolean;
}

/** A dialog that is there for as long as it is rendered. */
export function Dialog({
  closeButtonProps,
  closeOnEscape = true,
  isToRead = false,
  children,
  ...props
}: Props) {
  const { t } = useTranslation('app');
  useFocusBack();
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': t('close'), ...closeButtonProps }}
      {...(isToRead && { attributes: { body: { tabIndex: 0 } } })}
      {...props}
      {...useLayer(true, closeOnEscape)}
    >
      <FirstFocus />
      {children}
    </Modal>
  );
}
