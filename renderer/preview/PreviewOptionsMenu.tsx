import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DeletePreviewData } from './DeletePreviewData';
import { OptionsForm } from './OptionsForm';

/** How the preview plays, and what becomes of the rows that it has written. */
export function PreviewOptionsMenu() {
  const { t } = useTranslation('preview');
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const [isDeleting, dialog] = useDisclosure(false);
  const startDeleting = () => {
    close();
    dialog.open();
  };
  return (
    <>
      <Popover
        opened={isOpen}
        onChange={close}
        position="bottom-end"
        width={300}
        shadow="md"
        trapFocus
        returnFocus
        withinPortal
      >
        <Tooltip label={t('options.title')} disabled={isOpen}>
          <Popover.Target>
            <ActionIcon aria-label={t('options.title')} onClick={toggle}>
              <SlidersHorizontal size={17} aria-hidden />
            </ActionIcon>
          </Popover.Target>
        </Tooltip>
        <Popover.Dropdown aria-label={t('options.title')}>
          <OptionsForm onDelete={startDeleting} />
        </Popover.Dropdown>
      </Popover>
      {isDeleting && <DeletePreviewData onClose={dialog.close} />}
    </>
  );
}
