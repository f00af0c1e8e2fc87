import { Eraser, Keyboard, PenLine, Undo2 } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import prompts from './Prompts.module.css';
import { SendButton } from './SendButton';
import classes from './Signature.module.css';
import { type PromptProps, useAnswer } from './use-answer';
import { useSignaturePad } from './use-signature-pad';

/** Drawn by finger, pen or mouse; whoever cannot draw types initials. */
export function SignaturePrompt({ prompt: { draws } }: PromptProps<'signature'>) {
  const [types, setTypes] = useState(!draws);
  return types ? (
    <Initials onDraw={draws ? () => setTypes(false) : null} />
  ) : (
    <Drawing onType={() => setTypes(true)} />
  );
}

function Drawing({ onType }: { onType: () => void }) {
  const { t } = useTranslation('chat');
  const { answer, isBusy } = useAnswer();
  const pad = useSignaturePad();
  const hint = useId();
  const isEmpty = pad.strokes === 0;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const png = isBusy ? null : await pad.picture();
    if (png) await answer({ kind: 'signature', by: 'drawing', png }, t('signature.signed'));
  };

  return (
    <form className={prompts.form} onSubmit={(event) => void send(event)}>
      <div className={classes.paper}>
        <canvas
          ref={pad.canvas}
          className={classes.field}
          role="img"
          aria-label={t('signature.field')}
          aria-describedby={hint}
        />
        <span className={classes.line} aria-hidden />
      </div>
      <p id={hint} className={prompts.hint} role="status">
        {isEmpty ? t('signature.hint') : t('signature.strokes', { count: pad.strokes })}
      </p>
      <div className={prompts.past}>
        <Tool icon={<Undo2 size="1.1em" aria-hidden />} disabled={isEmpty} onClick={pad.undo}>
          {t('signature.undo')}
        </Tool>
        <Tool icon={<Eraser size="1.1em" aria-hidden />} disabled={isEmpty} onClick={pad.clear}>
          {t('signature.clear')}
        </Tool>
        <Tool icon={<Keyboard size="1.1em" aria-hidden />} onClick={onType}>
          {t('signature.type')}
        </Tool>
      </div>
      <SendButton label={t('signature.send')} disabled={isEmpty} />
    </form>
  );
}

/** Room for a whole name, as the module takes it. */
const MAX_INITIALS = 60;

/** `onDraw` is null where initials are all that is asked for. */
function Initials({ onDraw }: { onDraw: (() => void) | null }) {
  const { t } = useTranslation('chat');
  const { answer } = useAnswer();
  const [text, setText] = useState('');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const canDraw = onDraw !== null;
  // Who has just chosen to type goes on typing; where the prompt begins so, it sees to the focus itself.
  useEffect(() => {
    if (canDraw) field.current?.focus();
  }, [canDraw]);

  const send = (event: FormEvent) => {
    event.preventDefault();
    const said = text.trim();
    if (said) void answer({ kind: 'signature', by: 'initials', text }, said);
  };

  return (
    <form className={prompts.form} onSubmit={send}>
      <div className={prompts.labelled}>
        <label htmlFor={id}>{t('signature.initials')}</label>
        <input
          id={id}
          ref={field}
          data-first
          className={prompts.input}
          value={text}
          maxLength={MAX_INITIALS}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      {onDraw && (
        <div className={prompts.past}>
          <Tool icon={<PenLine size="1.1em" aria-hidden />} onClick={onDraw}>
            {t('signature.draw')}
          </Tool>
        </div>
      )}
      <SendButton label={t('signature.send')} disabled={!text.trim()} />
    </form>
  );
}

interface ToolProps {
  icon: ReactNode;
  disabled?: boolean;
  onClick(): void;
  children: string;
}

function Tool({ icon, disabled = false, onClick, children }: ToolProps) {
  return (
    <button type="button" className={classes.tool} disabled={disabled} onClick={onClick}>
      {icon}
      {children}
    </button>
  );
}
