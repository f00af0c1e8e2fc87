import { ActionIcon, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { CircleHelp, Lock, PanelLeftClose, PanelLeftOpen, Unplug } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHelp } from '../help/help-store';
import { lockWorkspace } from './app-store';
import { showError } from './errors';
import classes from './Navigation.module.css';
import { chooseNavigationWidth } from './navigation-width';
import { SignedInMenu } from './SignedInMenu';
import { shortcut } from './shortcut';

/** Who is signed in, the lock, and what holds on every screen. */
export function NavigationFoot({ isNarrow }: { isNarrow: boolean }) {
  const { t } = useTranslation('app');
  const openHelp = useHelp((state) => state.open);
  const Width = isNarrow ? PanelLeftOpen : PanelLeftClose;
  const widthLabel = t(isNarrow ? 'nav.widen' : 'nav.narrow');
  return (
    <div className={classes.foot}>
      <SignedInMenu isNarrow={isNarrow} />
      <LockButton isNarrow={isNarrow} />
      <div className={classes.tools}>
        <Tooltip label={t('noNetwork.explanation')} position="right" multiline maw={320}>
          {/* By keyboard, too: what the words mean is said in the tooltip only. */}
          <button type="button" className={classes.noNetwork}>
            <Unplug size={14} aria-hidden />
            {isNarrow ? (
              <VisuallyHidden>{t('noNetwork.label')}</VisuallyHidden>
            ) : (
              t('noNetwork.label')
            )}
          </button>
        </Tooltip>
        <Tooltip label={t('firstSteps.open')} position="right">
          <ActionIcon aria-label={t('firstSteps.open')} onClick={openHelp}>
            <CircleHelp size={17} strokeWidth={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={widthLabel} position="right">
          <ActionIcon
            aria-label={widthLabel}
            onClick={() => chooseNavigationWidth(isNarrow ? 'wide' : 'narrow')}
          >
            <Width size={17} strokeWidth={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
    </div>
  );
}

function LockButton({ isNarrow }: { isNarrow: boolean }) {
  const { t } = useTranslation('app');
  const keys = shortcut('L');
  return (
    <Tooltip label={`${t('lock')}  ${keys}`} position="right" disabled={!isNarrow}>
      <UnstyledButton
        className={classes.item}
        onClick={() => void lockWorkspace().catch(showError)}
      >
        <Lock size={18} strokeWidth={1.75} aria-hidden />
        {isNarrow ? (
          <VisuallyHidden>{t('lock')}</VisuallyHidden>
        ) : (
          <>
            <span className={classes.itemName}>{t('lock')}</span>
            <span className={classes.keys} aria-hidden>
              {keys}
            </span>
          </>
        )}
      </UnstyledButton>
    </Tooltip>
  );
}
