import { type ComponentProps, useEffect, useRef } from 'react';
import classes from './Cover.module.css';

type Props = ComponentProps<'div'> & { title: string; onEscape: () => void };

/**
 * A question that takes the whole screen: nothing behind it is seen, and none of it is there for
 * assistive technology either, for which whoever shows it has to see (`data-covered`).
 */
export function Cover({ title, onEscape, children, ...props }: Props) {
  const cover = useRef<HTMLDivElement>(null);
  useFocusInside(cover);
  useEscape(onEscape);
  return (
    <div
      ref={cover}
      className={classes.cover}
      role="dialog"
      aria-modal
      aria-label={title}
      {...props}
    >
      <div className={classes.content}>
        <h1 className={classes.title}>{title}</h1>
        {children}
      </div>
    </div>
  );
}

function useEscape(onEscape: () => void): void {
  const flee = useRef(onEscape);
  flee.current = onEscape;
  useEffect(() => {
    const press = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') flee.current();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

/** The focus is in it from its beginning. */
function useFocusInside(cover: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    cover.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, [cover]);
}
