import { ActionIcon, Skeleton, Text, Title } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Page.module.css';
import { usePageFocus } from './page-focus';

interface Props {
  title: string;
  /** What the screen is for, in a sentence or two. */
  intro?: ReactNode;
  /**
   * For one that was opened from a list: to the list again, where the focus is given to what `from`
   * names (`opens` in page-focus.ts).
   */
  back?: { label: string; go(): void; from?: string };
  /** At the end of the heading; the primary one last. */
  actions?: ReactNode;
  /** `reading`: texts, forms, cards. `wide`: tables. `fills`: one that takes all the height, too. */
  width?: 'reading' | 'wide' | 'fills';
  children: ReactNode;
}

/** The frame of a screen. */
export function Page({ title, intro, back, actions, width = 'reading', children }: Props) {
  const heading = usePageFocus(back !== undefined, back?.from);
  return (
    <div className={`${classes.page} ${classes[width]}`}>
      <header className={classes.head}>
        {back && (
          <ActionIcon size="lg" aria-label={back.label} onClick={back.go}>
            <ArrowLeft size={18} aria-hidden />
          </ActionIcon>
        )}
        <div className={classes.words}>
          <Title ref={heading} tabIndex={-1} order={1} className={classes.title}>
            {title}
          </Title>
          {intro && (
            <Text component="div" size="sm" c="dimmed" maw={640}>
              {intro}
            </Text>
          )}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** In the place of a screen that is on its way. */
export function PageSkeleton() {
  return (
    <div className={`${classes.page} ${classes.reading}`}>
      <Skeleton h={28} w={220} />
      <ContentSkeleton />
    </div>
  );
}

const LINES = ['100%', '92%', '97%', '85%'];

/** In the place of content that is on its way. */
export function ContentSkeleton() {
  const { t } = useTranslation('app');
  return (
    <div role="status" aria-label={t('loading')}>
      {LINES.map((width) => (
        <Skeleton key={width} h={40} w={width} mb={12} />
      ))}
    </div>
  );
}
