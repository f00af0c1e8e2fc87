import { httpsUrl } from '../../../modules/fields';
import { type BlockKind, Conversion, leftOut, made, type Way } from '../block';
import { number, text } from '../loose';
import { linksWithin } from '../routes';
import { setTo } from './set-variable';

/** To a group of the same chat. Where a return can lead back, the jump leaves its name behind. */
export const jump: BlockKind = {
  convert: (block, around) => {
    const { id, options } = block;
    const { language, returns, returnVariable } = around;
    const place = { groupId: text(options.groupId), blockId: text(options.blockId) };
    if (!around.leadsSomewhere(place)) {
      return leftOut(block, around, { what: 'Jump', reason: 'target_missing' });
    }
    const jumps = made('jump', language, { target: 'module' }, { jumpsTo: place });
    const at = returns.indexOf(id);
    if (at < 0) return { modules: [jumps], reasons: [] };
    const mark = setTo(returnVariable, String(at + 1), language);
    return { modules: [mark, jumps], reasons: ['return_by_variable'] };
  },
};

const MAX_RULES = 50;

/** Back behind the jump that the chat came by: each has a rule. */
export const returning: BlockKind = {
  convert: (_, { language, returns, returnVariable, words }) => {
    const known = returns.slice(0, MAX_RULES);
    if (known.length === 0) return { modules: [], reasons: ['nothing_there'], isLeft: true };
    const rules = known.map((_, at) => ({
      id: `r${at + 1}`,
      label: `${words.return} ${at + 1}`,
      operator: 'is',
      variable: returnVariable,
      value: String(at + 1),
      expression: '',
    }));
    const ways = {
      ...Object.fromEntries(
        known.map((blockId, at): [string, Way] => [`r${at + 1}`, { to: 'after', blockId }]),
      ),
      else: { to: 'onward' as const },
    };
    return {
      modules: [made('condition', language, { rules }, { ways })],
      reasons: ['return_by_variable'],
    };
  },
};

/** A link to this very chat is a jump, from which the chat comes back. Others are not in the file. */
export const typebotLink: BlockKind = {
  convert: (block, around) => {
    const { language, links, linkVariable } = around;
    if (!linksWithin(block)) {
      return leftOut(block, around, { what: block.type, reason: 'link_to_choose' });
    }
    const { modules, reasons, isLeft = false } = jump.convert(block, around);
    if (isLeft || !around.goesOn) return { modules, reasons, isLeft };
    const at = links.indexOf(block.id);
    if (at < 0) return { modules, reasons: ['no_return', ...reasons] };
    const mark = setTo(linkVariable, String(at + 1), language);
    return { modules: [mark, ...modules], reasons: ['return_by_variable', ...reasons] };
  },
};

/** Whoever got one way keeps it, as in Typebot. */
export const abTest: BlockKind = {
  convert: ({ items, options }, { language, names, words }) => {
    const percent = Math.min(100, Math.max(0, number(options.aPercent) ?? 50));
    const wayOf = (path: string, at: number): Way => {
      const item = items.find(({ raw }) => raw.path === path) ?? items[at];
      return item?.edgeId ? { to: 'item', edgeId: item.edgeId } : { to: 'onward' };
    };
    const variants = [
      { id: 'a', name: `${words.path} A`, percent },
      { id: 'b', name: `${words.path} B`, percent: 100 - percent },
    ];
    const settings = { variants, variable: names.fresh('variant') };
    const ways = { a: wayOf('a', 0), b: wayOf('b', 1) };
    return { modules: [made('ab_split', language, settings, { ways })], reasons: [] };
  },
};

/** Typebot opens the page by itself; here the participant does. */
export const redirect: BlockKind = {
  convert: (block, around) => {
    const typed = text(block.options.url).trim();
    if (typed === '') return { modules: [], reasons: ['nothing_there'], isLeft: true };
    const conversion = new Conversion(around);
    const url = conversion.text(securely(typed));
    conversion.because('opens_on_click');
    conversion.because('address_to_check', !typed.startsWith('https:'));
    if (!isUsable(url)) {
      const detail = (typed.split(/[?#]/)[0] ?? '').slice(0, 300);
      return leftOut(block, around, { what: 'Redirect', detail, reason: 'address_to_check' });
    }
    const settings = { text: '', label: around.words.open, url };
    return {
      modules: [made('external_link', around.language, settings)],
      reasons: conversion.reasons,
    };
  },
};

/** Typebot adds what an address without a protocol lacks; ours opens none without encryption. */
function securely(address: string): string {
  if (/^http:/i.test(address)) return `https:${address.slice('http:'.length)}`;
  return /^[a-z][a-z+.-]*:/i.test(address) ? address : `https://${address}`;
}

function isUsable(url: string): boolean {
  return url.length <= 2_000 && httpsUrl.safeParse(url).success;
}

const LONGEST_WAIT_S = 30;
const SHORTEST_WAIT_S = 0.1;

/** A length that a variable holds is not known before the chat. */
export const wait: BlockKind = {
  convert: ({ options }, { language }) => {
    const seconds = number(options.secondsToWaitFor);
    if (seconds === null) {
      const isNothing = text(options.secondsToWaitFor).trim() === '';
      return { modules: [], reasons: [isNothing ? 'nothing_there' : 'pause_left'], isLeft: true };
    }
    if (seconds < SHORTEST_WAIT_S) return { modules: [], reasons: ['nothing_there'], isLeft: true };
    return {
      modules: [made('wait', language, { seconds: Math.min(seconds, LONGEST_WAIT_S) })],
      reasons: seconds > LONGEST_WAIT_S ? ['pause_shortened'] : [],
    };
  },
};

export const start: BlockKind = { convert: () => ({ modules: [], reasons: [] }) };
