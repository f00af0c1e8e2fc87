import { FileCheck2, Upload, X } from 'lucide-react';
import { type DragEvent, type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../ui/format';
import { useChatPlace } from '../chat-context';
import classes from './File.module.css';
import { kindsOf } from './file-kinds';
import prompts from './Prompts.module.css';
import { SendButton } from './SendButton';
import { type PromptProps, useAnswer } from './use-answer';

/** Main looks at the content; type and size are checked here only to spare the way. */
export function FilePrompt({ prompt }: PromptProps<'file'>) {
  const { accept, endings, maxBytes } = prompt;
  const { t } = useTranslation('chat');
  const { answer, isBusy } = useAnswer();
  const { isKiosk } = useChatPlace();
  const hint = useId();
  const [file, setFile] = useState<File | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isReading, setReading] = useState(false);

  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    const problem = problemOf(chosen, prompt);
    setRefusal(problem && t(`file.${problem}`, { size: formatBytes(maxBytes) }));
    setFile(problem ? null : chosen);
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!file || isBusy || isReading) return;
    setReading(true);
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const shownAs = `${file.name} (${formatBytes(file.size)})`;
      await answer({ kind: 'file', name: file.name, bytes }, shownAs);
    } catch {
      setRefusal(t('file.unreadable'));
    } finally {
      setReading(false);
    }
  };

  // The file dialog would show the computer's files to whoever stands before it.
  if (isKiosk) return <p className={prompts.hint}>{t('file.notOnKiosk')}</p>;
  return (
    <form className={prompts.form} onSubmit={(event) => void send(event)}>
      {file ? (
        <ChosenFile file={file} onRemove={() => setFile(null)} />
      ) : (
        <DropZone
          label={prompt.label}
          accept={[...accept, ...endings.map((ending) => `.${ending}`)]}
          hintId={hint}
          onFile={choose}
        />
      )}
      <p id={hint} className={prompts.hint}>
        {t(accept.length > 0 ? 'file.hint' : 'file.anyHint', {
          kinds: kindsOf(accept),
          size: formatBytes(maxBytes),
        })}
      </p>
      {refusal !== null && (
        <p className={prompts.error} role="alert">
          {refusal}
        </p>
      )}
      {(isReading || isBusy) && file && (
        <progress className={classes.sending} aria-label={t('file.sending')} />
      )}
      <SendButton disabled={!file || isReading} />
    </form>
  );
}

interface DropZoneProps {
  label: string;
  accept: readonly string[];
  hintId: string;
  onFile(file: File | undefined): void;
}

function DropZone({ label, accept, hintId, onFile }: DropZoneProps) {
  const { t } = useTranslation('chat');
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    <label
      className={classes.zone}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Upload size="1.5em" aria-hidden />
      <span className={classes.zoneLabel}>{label}</span>
      <span className={prompts.hint}>{t('file.drop')}</span>
      <input
        type="file"
        className={classes.input}
        accept={accept.join(',')}
        aria-label={label}
        aria-describedby={hintId}
        onChange={(event) => onFile(event.currentTarget.files?.[0])}
      />
    </label>
  );
}

function ChosenFile({ file, onRemove }: { file: File; onRemove: () => void }) {
  const { t } = useTranslation('chat');
  return (
    <div className={classes.chosen}>
      <FileCheck2 size="1.4em" aria-hidden />
      <span className={classes.name}>
        {file.name}
        <span className={prompts.hint}>{formatBytes(file.size)}</span>
      </span>
      <button
        type="button"
        className={prompts.quiet}
        aria-label={t('file.remove', { name: file.name })}
        onClick={onRemove}
      >
        <X size="1.2em" aria-hidden />
      </button>
    </div>
  );
}

function problemOf(
  { name, size, type }: File,
  { accept, endings, maxBytes }: PromptProps<'file'>['prompt'],
): 'empty' | 'tooLarge' | 'wrongKind' | null {
  if (size === 0) return 'empty';
  if (size > maxBytes) return 'tooLarge';
  // The system may not know the type, or by another name; then only the content tells.
  const isNamed = endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`));
  const isKnown = type === '' || accept.length === 0 || accept.includes(type) || isNamed;
  return isKnown ? null : 'wrongKind';
}
