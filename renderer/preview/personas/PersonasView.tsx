import { ActionIcon, Menu, Text, Tooltip } from '@mantine/core';
import { Eraser, MoreHorizontal, Pencil, Play, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Persona } from '../../../preload/contract';
import { languageName } from '../../../preload/contract';
import { showError } from '../../app/errors';
import { apply } from '../../flow/draft-actions';
import { useDraft } from '../../flow/draft-store';
import { countAnswers, dropStale, removePersona, staleAnswers } from '../../flow/graph/personas';
import { KeepAnswers } from './KeepAnswers';
import classes from './Personas.module.css';
import { playPersona } from './persona-actions';
import { RenamePersona } from './RenamePersona';

const NONE: readonly Persona[] = [];

/** Invented participants, with whose answers a way is played again in a moment. */
export function PersonasView() {
  const { t } = useTranslation('preview');
  const personas = useDraft(({ graph }) => graph.personas ?? NONE);
  return (
    <section className={classes.view} aria-label={t('personas.title')}>
      <Text size="sm">{t('personas.text')}</Text>
      <KeepAnswers />
      {personas.length === 0 ? (
        <Text size="xs" c="dimmed">
          {t('personas.none')}
        </Text>
      ) : (
        <ul className={classes.list} aria-label={t('personas.title')}>
          {personas.map((persona) => (
            <PersonaItem key={persona.id} persona={persona} />
          ))}
        </ul>
      )}
    </section>
  );
}

function PersonaItem({ persona }: { persona: Persona }) {
  const { t, i18n } = useTranslation('preview');
  const [isRenaming, setRenaming] = useState(false);
  const stale = useDraft(({ graph }) => staleAnswers(graph, persona));
  const { id, name, language } = persona;
  const facts = [
    t('personas.answers', { count: countAnswers(persona) }),
    ...(language === undefined ? [] : [languageName(language, i18n.language)]),
  ];
  if (isRenaming) {
    return (
      <li>
        <RenamePersona persona={persona} onDone={() => setRenaming(false)} />
      </li>
    );
  }
  return (
    <li className={classes.persona}>
      <div className={classes.words}>
        <span className={classes.name}>{name}</span>
        <span className={classes.facts}>{facts.join(' · ')}</span>
        {stale > 0 && (
          <span className={classes.stale}>{t('personas.stale', { count: stale })}</span>
        )}
      </div>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon aria-label={t('personas.more', { name })}>
            <MoreHorizontal size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<Pencil size={14} aria-hidden />}
            onClick={() => setRenaming(true)}
          >
            {t('personas.rename')}
          </Menu.Item>
          {stale > 0 && (
            <Menu.Item
              leftSection={<Eraser size={14} aria-hidden />}
              onClick={() => apply((graph) => dropStale(graph, id))}
            >
              {t('personas.dropStale')}
            </Menu.Item>
          )}
          <Menu.Item
            color="red"
            leftSection={<Trash2 size={14} aria-hidden />}
            onClick={() => apply((graph) => removePersona(graph, id))}
          >
            {t('personas.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Tooltip label={t('personas.play')}>
        <ActionIcon
          variant="light"
          aria-label={t('personas.playNamed', { name })}
          onClick={() => void playPersona(persona).catch(showError)}
        >
          <Play size={15} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}
