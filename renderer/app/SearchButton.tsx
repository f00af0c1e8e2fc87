import { Kbd, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import classes from './Navigation.module.css';
import { useCommandPalette } from './palette/palette-store';
import { shortcut } from './shortcut';

/** Looks like the field that it opens. */
export function SearchButton({ isNarrow }: { isNarrow: boolean }) {
  const { t } = useTranslation('app');
  const open = useCommandPalette((state) => state.open);
  const keys = shortcut('K');
  return (
    <Tooltip label={`${t('palette.open')}  ${keys}`} position="right" disabled={!isNarrow}>
      <UnstyledButton className={classes.search} aria-haspopup="dialog" onClick={open}>
        <Search size={16} aria-hidden />
        {isNarrow ? (
          <VisuallyHidden>{t('palette.open')}</VisuallyHidden>
        ) : (
          <>
            <span className={classes.itemName}>{t('palette.open')}</span>
            <Kbd size="xs" aria-hidden>
              {keys}
            </Kbd>
          </>
        )}
      </UnstyledButton>
    </Tooltip>
  );
}
