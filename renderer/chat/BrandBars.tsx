import type { ReactNode } from 'react';
import { addressOfMedia } from '../../preload/contract';
import classes from './BrandBars.module.css';
import { useBrand } from './brand/brand-context';
import { LanguageMenu, useHasLanguages } from './LanguageMenu';

interface HeaderProps {
  /** Shown where the appearance names nobody. */
  title?: string | undefined;
  /** What can be done at any time, such as to begin again. */
  children?: ReactNode;
}

/** Who speaks, above the conversation, and in which language; nothing where there is nothing to say. */
export function BrandHeader({ title = '', children }: HeaderProps) {
  const { logo = '', name = '' } = useBrand()?.appearance ?? {};
  const hasLanguages = useHasLanguages();
  const shown = name === '' && logo === '' ? title : name;
  if (logo === '' && shown === '' && !hasLanguages && !children) return null;
  return (
    <div className={classes.header}>
      {logo !== '' && <img className={classes.logo} src={addressOfMedia(logo)} alt="" />}
      <span className={classes.name}>{shown}</span>
      <LanguageMenu />
      {children}
    </div>
  );
}

/** Who answers for the chat, in one line at its foot. */
export function ImprintLine() {
  const imprint = useBrand()?.appearance.imprint ?? '';
  return imprint === '' ? null : <p className={classes.imprint}>{imprint}</p>;
}

/** The face beside what the chat says. It is decoration: that the chat speaks is said in words. */
export function Avatar() {
  const avatar = useBrand()?.appearance.avatar ?? '';
  if (avatar === '') return null;
  return <img className={classes.avatar} src={addressOfMedia(avatar)} alt="" />;
}
