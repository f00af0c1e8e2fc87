import {
  type ChatLanguage,
  type FormField,
  type LegalKind,
  legalIdOf,
  legalIdsIn,
  type Problem,
} from '../../../preload/contract';
import { formOfModule } from '../modules/forms';
import type { FlowIndex, FlowModule } from './flow-index';
import { textsOf } from './setting-texts';

/** What the workspace knows of a legal text. */
export interface LegalFact {
  readonly name: string;
  readonly kind: LegalKind;
  readonly isArchived: boolean;
  /** Languages of the newest version; null as long as there is none. */
  readonly languages: readonly ChatLanguage[] | null;
}

/** By id. */
export type LegalFacts = ReadonlyMap<string, LegalFact>;

/** A place that names a legal text. */
interface Mention {
  readonly id: string;
  readonly moduleId?: string;
  readonly field: string;
  /** Whether participants agree to it: without it the module cannot do what it is there for. */
  readonly isAgreedTo: boolean;
}

/**
 * Legal texts that are not there, not published, out of use, or lack a language of the experience. What
 * participants agree to has to be there; of what they can only read it is a warning.
 */
export function legalProblems(flow: FlowIndex, facts: LegalFacts): Problem[] {
  const { languages } = flow.graph.settings ?? {};
  const spoken = languages ? [languages.main, ...languages.others] : [];
  return mentionsIn(flow).flatMap((mention) => {
    const { moduleId, field } = mention;
    const found = problemWith(mention, facts.get(mention.id), spoken);
    if (!found) return [];
    return [{ ...(moduleId !== undefined && { moduleId }), field, ...found }];
  });
}

type Found = Pick<Problem, 'severity' | 'code' | 'params'>;

function problemWith(
  { isAgreedTo }: Mention,
  fact: LegalFact | undefined,
  spoken: readonly ChatLanguage[],
): Found | null {
  const severity = isAgreedTo ? 'error' : 'warning';
  if (!fact) return { severity, code: 'legal_text_missing', params: {} };
  const text = fact.name;
  const { languages } = fact;
  if (!languages) return { severity, code: 'legal_text_unpublished', params: { text } };
  if (fact.isArchived) {
    return { severity: 'warning', code: 'legal_text_archived', params: { text } };
  }
  const lacking = spoken.filter((tag) => !languages.includes(tag)).join(', ');
  if (lacking === '') return null;
  return {
    severity: 'warning',
    code: 'legal_text_language',
    params: { text, languages: lacking },
  };
}

/** Each place once for each text that it names. */
function mentionsIn(flow: FlowIndex): Mention[] {
  const { legal } = flow.graph.settings ?? {};
  const offered = (['privacy', 'imprint'] as const).flatMap((kind) => {
    const id = legal?.[kind];
    return id === undefined ? [] : [{ id, field: `settings.legal.${kind}`, isAgreedTo: false }];
  });
  return [...offered, ...[...flow.modules.values()].flatMap(mentionsOfModule)];
}

function mentionsOfModule({ node, definition }: FlowModule): Mention[] {
  const chosen = formOfModule(definition).flatMap((field: FormField) => {
    const id = field.kind === 'legalText' ? legalIdOf(node.settings[field.key]) : null;
    return id === null ? [] : [{ id, moduleId: node.id, field: field.path, isAgreedTo: true }];
  });
  const fields = new Set(chosen.map(({ field }) => field));
  const linked = textsOf(node.settings)
    .filter(({ field, text }) => !fields.has(field) && text.includes('](legal:'))
    .flatMap(({ field, text }) =>
      legalIdsIn(text).map((id) => ({ id, moduleId: node.id, field, isAgreedTo: false })),
    );
  const seen = new Set<string>();
  return [...chosen, ...linked].filter(({ id, field }) => {
    const key = `${field} ${id}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Whether participants can read a published privacy notice: at the foot of the chat, or by a link. */
export function offersPrivacyNotice(flow: FlowIndex, facts: LegalFacts): boolean {
  return mentionsIn(flow).some(({ id, moduleId }) => {
    const fact = facts.get(id);
    const isReached = moduleId === undefined || flow.reachable.has(moduleId);
    return isReached && fact?.kind === 'privacy' && fact.languages !== null;
  });
}
