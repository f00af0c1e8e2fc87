import { ActionIcon, Button, Group, Stack, Text, TextInput, Title, Tooltip } from '@mantine/core';
import { Check, Frame, Maximize2, Trash2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MAX_NAME_ON_CANVAS, SECTION_COLOURS } from '../../../preload/contract';
import { focusNode } from '../canvas/focus-node';
import { select, selectSection } from '../canvas-store';
import { useDraft } from '../draft-store';
import { modulesIn, sectionsOf } from '../graph/sections';
import { useLanguage } from '../use-language';
import classes from './Sections.module.css';
import { deleteSection, editSection, fitSection } from './section-actions';

/** What can be done with the selected section. */
export function SectionPanel({ id }: { id: string }) {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const graph = useDraft((state) => state.graph);
  const section = sectionsOf(graph).find((each) => each.id === id);
  if (!section) return null;
  const held = modulesIn(graph, section).map((module) => module.id);
  return (
    <section
      className={classes.panel}
      aria-labelledby="section-title"
      data-section={id}
      onKeyDown={({ key }) => key === 'Escape' && focusNode(id)}
    >
      <header className={classes.panelHead}>
        <Frame size={20} aria-hidden />
        <Title order={2} id="section-title">
          {t('sections.title')}
        </Title>
        <Tooltip label={t('sections.close')}>
          <ActionIcon aria-label={t('sections.close')} onClick={() => selectSection(null)}>
            <X size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </header>
      <NameInput key={id} id={id} name={section.name} />
      <div>
        <Text size="sm" fw={500} id="section-colour">
          {t('sections.colour')}
        </Text>
        <Group gap={6} mt={4} role="radiogroup" aria-labelledby="section-colour">
          {SECTION_COLOURS.map((colour) => (
            <label key={colour} className={classes.swatch} data-colour={colour}>
              <input
                type="radio"
                name="section-colour"
                aria-label={t(`sections.colours.${colour}`)}
                checked={section.colour === colour}
                onChange={() => editSection(id, { colour })}
              />
              {section.colour === colour && <Check size={16} aria-hidden />}
            </label>
          ))}
        </Group>
      </div>
      <Text size="sm" c="dimmed">
        {t('sections.holds', { count: held.length })}
      </Text>
      <Stack gap="xs" align="flex-start">
        <Button
          variant="default"
          size="xs"
          disabled={held.length === 0}
          leftSection={<Maximize2 size={14} aria-hidden />}
          onClick={() => fitSection(id, language)}
        >
          {t('sections.fit')}
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={held.length === 0}
          onClick={() => select(held)}
        >
          {t('sections.selectModules')}
        </Button>
        <Button
          variant="subtle"
          color="red"
          size="xs"
          leftSection={<Trash2 size={14} aria-hidden />}
          onClick={() => deleteSection(id)}
        >
          {t('sections.delete')}
        </Button>
      </Stack>
      <Text size="xs" c="dimmed">
        {t('sections.keys')}
      </Text>
    </section>
  );
}

function NameInput({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('flow');
  return (
    <TextInput
      label={t('sections.name')}
      defaultValue={name}
      maxLength={MAX_NAME_ON_CANVAS}
      onChange={({ currentTarget: { value } }) => {
        // A section has a name at any time.
        if (value.trim()) editSection(id, { name: value.trim() }, 'name');
      }}
    />
  );
}
