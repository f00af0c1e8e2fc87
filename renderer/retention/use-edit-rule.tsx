import type { ReactNode } from 'react';
import { z } from 'zod';
import { RetentionRule } from '../../preload/contract';
import { useKept } from '../app/place';
import { useMay } from '../app/use-may';
import { RuleDialog } from './RuleDialog';
import { useRetention } from './retention-store';

/** What the dialog needs to know of the rule that it edits. */
const EditedRule = z.object({
  title: z.string(),
  rule: RetentionRule,
  declaredDays: z.number().exactOptional(),
});
export type EditedRule = z.infer<typeof EditedRule>;

/** Opens a rule for editing; no `edit` for a role that may only look. `name` is unique among them. */
export function useEditRule(name: string): {
  edit: ((edited: EditedRule) => void) | undefined;
  dialog: ReactNode;
} {
  const show = useRetention((state) => state.show);
  const mayEdit = useMay('retention.setRule');
  const [edited, setEdited] = useKept(`retention.editing.${name}`, EditedRule.nullable(), null);
  return {
    edit: mayEdit ? setEdited : undefined,
    dialog: edited && (
      <RuleDialog
        {...edited}
        onClose={() => setEdited(null)}
        onSaved={(policy) => show({ policy })}
      />
    ),
  };
}
