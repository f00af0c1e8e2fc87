import type { ActivityDetails, Language, LegalWords } from '../../../preload/contract';
import { REFUSED_DAYS } from '../../chat/modules/consent';
import type { KeptData, NoticeExperience, NoticeFacts } from './notice-facts';
import { type NoticeWords, noticeWords } from './notice-words';
import { basisText, transferText } from './stated';
import { type Words, wordsOf } from './words';

/**
 * A first version of a privacy notice (GDPR, Articles 13 and 14): what is known, in sentences, and marked
 * places for what is not. A person has to review it, which it says.
 */
export function privacyNotice(facts: NoticeFacts, language: Language): LegalWords {
  const say = noticeWords[language];
  const words = wordsOf(language);
  const parts = [
    say.review,
    ...responsible(facts, say),
    heading(say.collected),
    ...facts.experiences.flatMap((each) =>
      activity(each, facts.experiences.length > 1, say, words),
    ),
    ...(keepsAnything(facts) ? [say.longer] : []),
    ...recipients(facts, say),
    heading(say.rights),
    list([...say.rightsList, ...(facts.experiences.some(isConsenting) ? [say.withdrawal] : [])]),
    heading(say.how),
    list(ways(facts, say)),
    heading(say.complaint),
    say.authority,
    heading(say.other),
    say.duty,
    say.automated,
  ];
  return { title: say.title, text: `${parts.join('\n\n')}\n` };
}

function responsible(
  { controller, contact, dataProtectionOfficer }: NoticeFacts,
  say: NoticeWords,
) {
  return [
    heading(say.responsible),
    plain([controller.name, controller.address].filter(Boolean).join(', ')) || say.noController,
    `${say.contact}: ${plain(contact) || say.noContact}`,
    `${say.officer}: ${plain(dataProtectionOfficer) || say.noOfficer}`,
  ];
}

function activity(
  { name, stated, kept }: NoticeExperience,
  isOneOfMany: boolean,
  say: NoticeWords,
  words: Words,
): string[] {
  const named = isOneOfMany ? [`### ${plain(name)}`] : [];
  if (kept.length === 0) return [...named, say.storesNothing];
  return [
    ...named,
    `${say.purpose}: ${plain(stated.purpose) || say.noPurpose}`,
    `${say.legalBasis}: ${plain(basisText(stated, words)) || say.noLegalBasis}`,
    ...interest(stated, say),
    list(kept.map((each) => keptLine(each, say, words))),
  ];
}

/** Article 13(1)(d): participants are told which interest it is. */
function interest({ bases, interest: text }: ActivityDetails, say: NoticeWords): string[] {
  if (!bases.includes('f')) return [];
  return [`${say.interest}: ${plain(text) || say.noInterest}`];
}

function keptLine({ table, columns, days }: KeptData, say: NoticeWords, words: Words): string {
  const span = say.days(days.at(0) ?? 0, days.at(-1) ?? 0);
  // A customer's row begins its time anew with each activity.
  const after = say.after(span, table === 'customers');
  const goSooner = table === 'consents' && (days.at(-1) ?? 0) > REFUSED_DAYS;
  const refusals = goSooner ? ` ${say.refusals(say.days(REFUSED_DAYS, REFUSED_DAYS))}` : '';
  return `**${words.table(table)}**: ${columns.map(words.column).join(', ')}. ${after}${refusals}`;
}

function recipients(facts: NoticeFacts, say: NoticeWords): string[] {
  if (!keepsAnything(facts)) return [];
  const of = facts.experiences.filter(({ kept }) => kept.length > 0);
  // What is stated of one of them is no statement about the others.
  const all = (stated: (of: ActivityDetails) => string[]): string[] =>
    of.every((each) => stated(each.stated).length > 0)
      ? [...new Set(of.flatMap((each) => stated(each.stated)))].map(plain)
      : [];
  const who = all(({ recipients, processors }) => [
    ...(recipients === '' ? [] : [recipients]),
    ...processors.map(({ name, task }) => [name, task].filter(Boolean).join(': ')),
  ]);
  const where = all(({ transfers }) => transfers.map(transferText));
  return [
    heading(say.recipients),
    say.device,
    who.length === 0 ? say.noRecipients : `${say.statedRecipients}\n\n${list(who)}`,
    where.length === 0 ? say.noTransfers : `${say.statedTransfers}\n\n${list(where)}`,
  ];
}

function ways({ experiences }: NoticeFacts, say: NoticeWords): string[] {
  const where = (can: (each: NoticeExperience) => boolean): string | null => {
    const able = experiences.filter(can);
    if (able.length === 0) return null;
    return able.length === experiences.length
      ? ''
      : ` (${able.map(({ name }) => plain(name)).join(', ')})`;
  };
  const erase = where(({ canErase }) => canErase);
  const withdraw = where(({ canWithdraw }) => canWithdraw);
  return [
    say.write,
    ...(erase === null ? [] : [say.erase(erase)]),
    ...(withdraw === null ? [] : [say.withdraw(withdraw)]),
  ];
}

const isConsenting = ({ asksConsent }: NoticeExperience): boolean => asksConsent;

function keepsAnything({ experiences }: NoticeFacts): boolean {
  return experiences.some(({ kept }) => kept.length > 0);
}

const heading = (text: string): string => `## ${text}`;
const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** What people have typed is words, and no markup of the notice. */
function plain(text: string): string {
  return (
    text
      .replaceAll(/\s+/gu, ' ')
      .trim()
      .replaceAll(/[\\`*[\]<>#]|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_|&(?=#?\w+;)/gu, '\\$&')
      // What would begin a list or draw a line: "1. FC Köln" is a name.
      .replace(/^(\d*)([-+=.)])/, '$1\\$2')
  );
}
