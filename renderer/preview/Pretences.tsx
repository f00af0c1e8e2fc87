import { Button } from '@mantine/core';
import { CalendarClock, CornerDownRight, Languages, SunMoon, UserRoundCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../../preload/contract';
import { useBuilder } from '../flow/builder-store';
import { useDraft } from '../flow/draft-store';
import { calledIn } from '../flow/modules/catalogue';
import { useLanguage } from '../flow/use-language';
import { formatInstant } from '../ui/format';
import classes from './PreviewPanel.module.css';
import { previewChat, setOptions, useOption, usePreview } from './preview-store';

/** In what the preview differs from a first visit today, so that nobody takes it for one. */
export function Pretences() {
  const { t } = useTranslation('preview');
  const isReturning = useOption('isReturning');
  const at = useOption('at');
  return (
    <>
      <PretendedTime />
      <PretendedLanguage />
      <PretendedColors />
      {at !== null && <StartsElsewhere at={at} />}
      {isReturning && (
        <Pretence
          icon={<UserRoundCheck size={15} aria-hidden />}
          text={t('pretence.returning')}
          undo={t('pretence.first')}
          onUndo={() => setOptions({ isReturning: false })}
        />
      )}
    </>
  );
}

function PretendedTime() {
  const { t } = useTranslation('preview');
  const pretendedTime = useOption('pretendedTime');
  const played = usePreview((state) => state.playing?.pretendedTime ?? null);
  const isPlaying = previewChat.use((state) => state.sessionId !== null);
  if (pretendedTime === null && played === null) return null;
  const isPending = isPlaying && played !== pretendedTime;
  const date = formatInstant(new Date(pretendedTime ?? Date.now()).getTime());
  return (
    <Pretence
      icon={<CalendarClock size={15} aria-hidden />}
      text={t(isPending ? 'pretence.timeAfterRestart' : 'pretence.time', { date })}
      {...(pretendedTime !== null && {
        undo: t('pretence.today'),
        onUndo: () => setOptions({ pretendedTime: null }),
      })}
    />
  );
}

function PretendedLanguage() {
  const { t, i18n } = useTranslation('preview');
  const language = useOption('language');
  const played = usePreview((state) => state.playing?.language ?? null);
  const main = useDraft(({ graph }) => graph.settings?.languages?.main);
  const isPlaying = previewChat.use((state) => state.sessionId !== null);
  if (language === null && played === null) return null;
  const isPending = isPlaying && played !== language;
  const spoken = language ?? main;
  const name =
    spoken === undefined ? t('pretence.mainLanguage') : languageName(spoken, i18n.language);
  return (
    <Pretence
      icon={<Languages size={15} aria-hidden />}
      text={t(isPending ? 'pretence.languageAfterRestart' : 'pretence.language', {
        language: name,
      })}
      {...(language !== null && {
        undo: t('pretence.mainLanguage'),
        onUndo: () => setOptions({ language: null }),
      })}
    />
  );
}

function PretendedColors() {
  const { t } = useTranslation('preview');
  const colorScheme = useOption('colorScheme');
  if (colorScheme === 'app') return null;
  return (
    <Pretence
      icon={<SunMoon size={15} aria-hidden />}
      text={t(`pretence.${colorScheme}`)}
      undo={t('pretence.asApp')}
      onUndo={() => setOptions({ colorScheme: 'app' })}
    />
  );
}

function StartsElsewhere({ at }: { at: string }) {
  const { t } = useTranslation('preview');
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  const module = useDraft(({ graph }) => graph.modules.find(({ id }) => id === at));
  if (!module) return null;
  return (
    <Pretence
      icon={<CornerDownRight size={15} aria-hidden />}
      text={t('pretence.at', { module: calledIn(catalogue, module, language) })}
      undo={t('pretence.atStart')}
      onUndo={() => setOptions({ at: null })}
    />
  );
}

interface PretenceProps {
  icon: ReactNode;
  text: string;
  undo?: string;
  onUndo?: () => void;
}

function Pretence({ icon, text, undo, onUndo }: PretenceProps) {
  return (
    <div className={classes.pretence} role="status">
      {icon}
      <span>{text}</span>
      {undo !== undefined && (
        <Button size="compact-xs" variant="default" onClick={onUndo}>
          {undo}
        </Button>
      )}
    </div>
  );
}
