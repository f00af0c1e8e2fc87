import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Prompt } from '../../preload/contract';
import { useChat, useChatPlace } from './chat-context';
import { MarkedText } from './MarkedText';
import { CardsPrompt } from './prompts/CardsPrompt';
import { ChoicePrompt } from './prompts/ChoicePrompt';
import { ChoicesPrompt } from './prompts/ChoicesPrompt';
import { ConfirmPrompt } from './prompts/ConfirmPrompt';
import { ConsentPrompt } from './prompts/ConsentPrompt';
import { DropdownPrompt } from './prompts/DropdownPrompt';
import { FilePrompt } from './prompts/FilePrompt';
import { FormPrompt } from './prompts/FormPrompt';
import { LinkPrompt } from './prompts/LinkPrompt';
import { MatrixPrompt } from './prompts/MatrixPrompt';
import classes from './prompts/Prompts.module.css';
import { RankingPrompt } from './prompts/RankingPrompt';
import { ScalePrompt } from './prompts/ScalePrompt';
import { SignaturePrompt } from './prompts/SignaturePrompt';
import { SliderPrompt } from './prompts/SliderPrompt';
import { TextPrompt } from './prompts/TextPrompt';

/** What is asked now, with the ways past it. */
export function PromptForm({ prompt }: { prompt: Prompt }) {
  return (
    <div className={classes.prompt}>
      <Progress progress={prompt.progress} />
      <div data-prompt={prompt.kind}>
        <PromptBody prompt={prompt} />
      </div>
      <WaysPast prompt={prompt} />
    </div>
  );
}

function PromptBody({ prompt }: { prompt: Prompt }) {
  switch (prompt.kind) {
    case 'choice':
      if (prompt.look === 'cards') return <CardsPrompt prompt={prompt} />;
      if (prompt.look === 'dropdown') return <DropdownPrompt prompt={prompt} />;
      return <ChoicePrompt prompt={prompt} />;
    case 'choices':
      return <ChoicesPrompt prompt={prompt} />;
    case 'text':
      return <TextPrompt prompt={prompt} />;
    case 'form':
      return <FormPrompt prompt={prompt} />;
    case 'scale':
      return <ScalePrompt prompt={prompt} />;
    case 'slider':
      return <SliderPrompt prompt={prompt} />;
    case 'ranking':
      return <RankingPrompt prompt={prompt} />;
    case 'matrix':
      return <MatrixPrompt prompt={prompt} />;
    case 'file':
      return <FilePrompt prompt={prompt} />;
    case 'signature':
      return <SignaturePrompt prompt={prompt} />;
    case 'consent':
      return <ConsentPrompt prompt={prompt} />;
    case 'confirm':
      return <ConfirmPrompt prompt={prompt} />;
    case 'link':
      return <LinkPrompt prompt={prompt} />;
  }
}

function Progress({ progress }: Pick<Prompt, 'progress'>) {
  const { t } = useTranslation('chat');
  const id = useId();
  if (!progress) return null;
  return (
    <div className={classes.progress}>
      <span id={id}>{t('progress', progress)}</span>
      <progress value={progress.step} max={progress.of} aria-labelledby={id} />
    </div>
  );
}

function WaysPast({ prompt: { why, skip, dontKnow } }: { prompt: Prompt }) {
  const { t } = useTranslation('chat');
  const { chat } = useChatPlace();
  const isBusy = useChat((state) => state.isBusy);
  const ways = [
    { kind: 'dontKnow' as const, label: dontKnow },
    { kind: 'skip' as const, label: skip },
  ];
  if (why === undefined && skip === undefined && dontKnow === undefined) return null;
  return (
    <div className={classes.past}>
      {ways.map(
        ({ kind, label }) =>
          label !== undefined && (
            <button
              key={kind}
              type="button"
              className={classes.quiet}
              disabled={isBusy}
              onClick={() => void chat.answer({ kind }, label)}
            >
              {label}
            </button>
          ),
      )}
      {why !== undefined && (
        <details className={classes.why}>
          <summary>{t('why')}</summary>
          <div className={classes.reason}>
            <MarkedText text={why} />
          </div>
        </details>
      )}
    </div>
  );
}
