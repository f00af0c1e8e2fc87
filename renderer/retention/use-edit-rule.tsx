import { type ReactNode, useState } from 'react';
import type { RetentionRule } from '../../preload/contract';
import { useMay } from '../app/use-may';
import { RuleDialog } from './RuleDialog';
import { useRetention } from './retention-store';

/** What the dialog needs to know of the rule that it edits. */
export interface EditedRule {
  title: string;
  rule: RetentionRule;
  declaredDays?: number;
}

/** Opens a rule for editing; no `edit` for a role that may only look. */
export function useEditRule(): {
  edit: ((edited: EditedRule) => void) | undefined;
  dialog: ReactNode;
} {
  const show = useRetention((state) => state.show);
  const mayEdit = useMay('retention.setRule');
  const [edited, setEdited] = useState<EditedRule | null>(null);
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
