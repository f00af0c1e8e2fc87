import { Badge, Button, Textarea } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf, partsAstray, type TranslationState } from '../../../preload/contract';
import { useBuilder } from '../builder-store';
import { revealModule } from '../canvas-store';
import { useDraft } from '../draft-store';
import { nameOf } from '../modules/catalogue';
import { useLanguage } from '../use-language';
import classes from './LanguagesView.module.css';
import { enterTranslation } from './language-actions';
import type { TranslatedText } from './use-translations';

interface Props {
  row: TranslatedText;
  language: string;
  main: string;
}

const COLOURS: Readonly<Record<TranslationState, string>> = {
  missing: 'red',
  outdated: 'orange',
  built_in: 'gray',
  done: 'green',
};

/** Where a text stands, the text, and its translation to write. */
export function TextRow({ row, language, main }: Props) {
  const { t } = useTranslation('flow');
  const label = useId();
  const { text, translation, builtIn, state, maxLength, place } = row;
  const written = translation?.text ?? '';
  const enter = (now: string) => enterTranslation(language, place, { text: now, of: text });
  return (
    <>
      <Where row={row} />
      <div id={label} className={classes.text} lang={main} dir={directionOf(main)}>
        {text}
      </div>
      <div>
        {/* Mantine's inputs take no direction of their own. */}
        <div dir={directionOf(language)}>
          <Textarea
            size="sm"
            autosize
            minRows={1}
            maxRows={12}
            lang={language}
            maxLength={maxLength}
            aria-labelledby={label}
            placeholder={builtIn ?? ''}
            value={written}
            onChange={({ currentTarget }) => enter(currentTarget.value)}
          />
        </div>
        <div className={classes.state}>
          <Badge size="sm" variant="dot" color={COLOURS[state]}>
            {t(`languages.states.${state}`)}
          </Badge>
          {state === 'outdated' && translation && (
            <>
              <Button size="compact-xs" variant="light" onClick={() => enter(written)}>
                {t('languages.stillRight')}
              </Button>
              <span className={classes.text}>
                {t('languages.was')} <del lang={main}>{translation.of}</del>
              </span>
            </>
          )}
        </div>
        <Astray text={text} written={written} />
      </div>
    </>
  );
}

function Where({ row: { moduleId, type, field } }: { row: TranslatedText }) {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  if (moduleId === null || type === null) {
    const setting = field.replace(/\.slides\..*$/, '.alt') as 'kiosk.start.headline';
    return <div className={classes.where}>{t(`languages.settings.${setting}`)}</div>;
  }
  return (
    <div className={classes.where}>
      <button
        type="button"
        className={classes.module}
        onClick={() => revealModule(moduleId, { field })}
      >
        <ModuleName moduleId={moduleId} type={type} />
      </button>
      <div>{catalogue.get(type)?.texts[language].fields[field] ?? field}</div>
    </div>
  );
}

function ModuleName({ moduleId, type }: { moduleId: string; type: string }) {
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  const name = useDraft(({ graph }) => graph.modules.find(({ id }) => id === moduleId)?.name);
  return name ?? nameOf(catalogue, type, language);
}

/** Variables and links that are not the same. */
function Astray({ text, written }: { text: string; written: string }) {
  const { t } = useTranslation('flow');
  if (written.trim() === '') return null;
  const { lost, added } = partsAstray(text, written);
  return (
    <>
      {lost.length > 0 && (
        <div className={classes.problem}>
          {t('languages.lost')} <bdi>{lost.join(', ')}</bdi>
        </div>
      )}
      {added.length > 0 && (
        <div className={classes.problem}>
          {t('languages.added')} <bdi>{added.join(', ')}</bdi>
        </div>
      )}
    </>
  );
}
