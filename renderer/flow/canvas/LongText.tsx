import { Popover } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import type { SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { readModule, useCanvas } from '../canvas-store';
import { focusNode } from './focus-node';
import classes from './LongText.module.css';

/** A line of a node of usual width, in characters. */
const SHORT = 26;

interface Props {
  moduleId: string;
  /** As it is read: lines without marks, with what they refer to in ‹these›. */
  text: string;
}

const keepFromNode = (event: SyntheticEvent) => event.stopPropagation();

/** A text that is cut in its node, to be read on demand. */
export function LongText({ moduleId, text }: Props) {
  const { t } = useTranslation('flow');
  const isOpen = useCanvas(({ reading }) => reading === moduleId);
  if (text.length <= SHORT && !text.includes('\n')) return null;
  const button = (
    <button
      type="button"
      className={`${classes.more} nodrag nopan`}
      // By keyboard R reads the text: Tab leads from a module to what follows it.
      tabIndex={-1}
      aria-label={t('canvas.readText')}
      aria-expanded={isOpen}
      onClick={(event) => {
        event.stopPropagation();
        readModule(isOpen ? null : moduleId);
      }}
      onKeyDown={(event) => event.key === 'Enter' && event.stopPropagation()}
    >
      <Ellipsis size={14} aria-hidden />
    </button>
  );
  if (!isOpen) return button;
  const close = () => {
    readModule(null);
    focusNode(moduleId);
  };
  return (
    <Popover
      opened
      onDismiss={() => readModule(null)}
      position="right-start"
      shadow="lg"
      width={340}
    >
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown
        className={`${classes.text} nowheel`}
        role="dialog"
        aria-label={t('canvas.text')}
        tabIndex={0}
        ref={(element) => element?.focus()}
        onClick={keepFromNode}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') close();
        }}
      >
        <ReadableText text={text} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Names of variables as chips. */
export function ReadableText({ text }: { text: string }) {
  return text.split(/(‹[^‹›]+›)/).map((part, index) =>
    part.startsWith('‹') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity
      <span key={index} className={classes.chip}>
        {part.slice(1, -1)}
      </span>
    ) : (
      part
    ),
  );
}
