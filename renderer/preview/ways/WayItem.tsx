import { ActionIcon, Tooltip } from '@mantine/core';
import { Play, UserRoundPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Path } from '../../../preload/contract';
import { showError } from '../../app/errors';
import { localTimeOf } from '../local-time';
import { keepPath } from '../personas/persona-actions';
import { playScript } from '../personas/play-script';
import { scriptOfPath } from '../personas/replay';
import type { BranchInWords } from './missed-branches';
import classes from './Ways.module.css';

interface Props {
  number: number;
  path: Path;
  words: readonly BranchInWords[];
  names: ReadonlyMap<string, string>;
}

/** One way: where it ends, what it needs beside answers, and the choices that it makes. */
export function WayItem({ number, path, words, names }: Props) {
  const { t } = useTranslation('preview');
  const last = names.get(path.lastModuleId ?? '');
  const choices = path.taken.flatMap(({ moduleId, branch }) => {
    const siblings = words.filter((each) => each.moduleId === moduleId);
    return siblings.length < 2
      ? []
      : siblings.filter((each) => each.branch === branch).map(({ label }) => label);
  });
  const title = t('ways.number', { number });
  const play = (): void => {
    const pretendedTime = path.atMs === null ? null : localTimeOf(path.atMs);
    const script = scriptOfPath(path);
    void playScript({ title, script, pretendedTime, language: path.language }).catch(showError);
  };
  return (
    <li className={classes.way} data-end={path.end}>
      <div className={classes.words}>
        <span className={classes.name}>
          {title}: {t(`ways.ends.${path.end}`, { module: last ?? '…' })}
        </span>
        {choices.length > 0 && <span className={classes.why}>{choices.join(' · ')}</span>}
        {path.needs.map((need) => (
          <span key={need} className={classes.need}>
            {t(`ways.needs.${need}`)}
          </span>
        ))}
      </div>
      <Tooltip label={t('ways.keep')}>
        <ActionIcon
          aria-label={`${t('ways.keep')}: ${title}`}
          onClick={() => keepPath(path, title)}
        >
          <UserRoundPlus size={15} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('ways.play')}>
        <ActionIcon aria-label={`${t('ways.play')}: ${title}`} onClick={play}>
          <Play size={15} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}
