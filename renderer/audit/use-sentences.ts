import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AuditAction,
  type AuditEntry,
  type ModuleDescriptor,
  TABLE_NAMES,
} from '../../preload/contract';
import { currentLanguage, i18n } from '../app/i18n';
import { formatBytes, formatInstant } from '../ui/format';
import { useAuditStore } from './audit-store';

type Value = AuditEntry['details'][string];

export interface Sentences {
  /** What happened, in one sentence without its subject. */
  sentence(entry: AuditEntry): string;
  /** The acting user. */
  actor(entry: AuditEntry): string;
  detail(name: string, value: Value): { label: string; value: string };
}

/** Words entries of the log. Whatever is not known (altered, or newer) is shown as it is. */
export function useSentences(): Sentences {
  const { t, i18n: instance } = useTranslation('audit');
  const modules = useAuditStore((state) => state.modules);
  // The texts also come from other namespaces, so that the language is what they change with.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => {
    const value = (name: string, given: Value) => word(name, given, modules);
    return {
      sentence: (entry) => sentenceOf(entry, value),
      actor: ({ user }) => (user === 'system' ? t('system') : user),
      detail: (name, given) => ({
        label: labelOf(name),
        value: value(name, given),
      }),
    };
  }, [t, instance.language, modules]);
}

function sentenceOf(
  { action, details }: AuditEntry,
  value: (name: string, given: Value) => string,
): string {
  if (!AuditAction.safeParse(action).success) return i18n.t('audit:unknown', { action });
  const named = Object.entries(details).map(([name, given]) => [name, value(name, given)]);
  const params = {
    ...Object.fromEntries(named),
    count: Number(details.rows ?? details.entries ?? details.winners ?? details.codes ?? 0),
  };
  const scope = i18n.t(`audit:scope.${scopeOf(details)}`, params);
  const sentence = text(`audit:${keyOf(action, details)}`, { ...params, scope }) ?? action;
  const failed = Number(details.failedAttempts ?? 0);
  return failed > 0
    ? `${sentence}. ${i18n.t('audit:failedAttempts', { count: failed })}`
    : sentence;
}

function keyOf(action: string, details: AuditEntry['details']): string {
  if (action === 'storage.switched') return details.enabled === true ? 'storage.on' : 'storage.off';
  if (action === 'storage.self_tested' && details.passed !== true) return 'storage.notProven';
  return `actions.${action}`;
}

function scopeOf(details: AuditEntry['details']) {
  if ('module' in details) return 'table' in details ? 'moduleTable' : 'module';
  return 'table' in details ? 'table' : 'workspace';
}

function word(name: string, value: Value, modules: readonly ModuleDescriptor[]): string {
  if (typeof value === 'boolean') return i18n.t(value ? 'audit:words.yes' : 'audit:words.no');
  if (value === 'unset' || value === 'never') return i18n.t(`audit:words.${value}`);
  switch (name) {
    case 'table':
      return String(value).split(', ').map(tableName).join(', ');
    case 'role':
      return text(`users:roles.${value}`) ?? String(value);
    case 'method':
    case 'kind':
    case 'level':
    case 'rule':
    case 'step':
      return text(`audit:words.${name}.${value}`) ?? String(value);
    case 'how':
      return (
        text(`privacy:requests.proofs.${value}`) ??
        text(`privacy:requests.steps.${value}`) ??
        String(value)
      );
    case 'ground':
      return text(`privacy:requests.grounds.${value}`) ?? String(value);
    case 'moduleType':
      return (
        modules.find(({ type }) => type === value)?.texts[currentLanguage()].name ?? String(value)
      );
    case 'until':
    case 'date':
    case 'backupOf':
      return instant(value);
    case 'bytes':
      return formatBytes(Number(value));
    case 'from':
    case 'to':
    case 'before':
    case 'days':
      return i18n.t('app:units.days', { count: Number(value) });
    case 'minutes':
      return i18n.t('app:units.minutes', { count: Number(value) });
    default:
      return String(value);
  }
}

/** Counts per table have its name behind the dot. */
function labelOf(name: string): string {
  const [kind, table] = name.split('.');
  if (table !== undefined && (kind === 'erased' || kind === 'held')) {
    return i18n.t(`audit:perTable.${kind}`, { table: tableName(table) });
  }
  return text(`audit:details.names.${name}`) ?? name;
}

function tableName(name: string): string {
  const isKnown = TABLE_NAMES.some((table) => table === name);
  return (isKnown && text(`app:tables.${name}`)) || name;
}

function instant(value: Value): string {
  const ms = typeof value === 'number' ? value : Date.parse(String(value));
  return Number.isNaN(ms) ? String(value) : formatInstant(ms);
}

/** The text of a key that is made at run time; undefined when there is none. */
function text(key: string, params: Record<string, unknown> = {}): string | undefined {
  const has = i18n.exists(key, { count: 2, ...params });
  return has ? String(i18n.t(key as 'audit:title', params)) : undefined;
}
