import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Persona } from '../../../preload/contract';
import { keyOf } from '../../app/keys';
import { apply } from '../../flow/draft-actions';
import { renamePersona } from '../../flow/graph/personas';
import classes from './Personas.module.css';

export function RenamePersona({ persona, onDone }: { persona: Persona; onDone: () => void }) {
  const { t } = useTranslation('preview');
  const [name, setName] = useState(persona.name);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    apply((graph) => renamePersona(graph, persona.id, name.trim()));
    onDone();
  };
  return (
    <form className={classes.rename} onSubmit={save}>
      <TextInput
        size="xs"
        autoFocus
        aria-label={t('personas.name')}
        maxLength={80}
        value={name}
        onChange={({ currentTarget: { value } }) => setName(value)}
        onKeyDown={(event) => {
          if (keyOf(event) === 'Escape') onDone();
        }}
      />
      <Button size="xs" type="submit" disabled={!name.trim()}>
        {t('personas.rename')}
      </Button>
    </form>
  );
}
