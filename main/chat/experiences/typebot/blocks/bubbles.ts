import type { TypebotReason } from '../../../../../preload/contract';
import { type BlockKind, Conversion, leftOut, made } from '../block';
import { object, text } from '../loose';
import { bubbleText, divide } from '../rich-text';

/** Words of the bubble, in as many messages as they need. */
export const textBubble: BlockKind = {
  convert: ({ content }, around) => {
    const conversion = new Conversion(around);
    const pieces = divide(
      conversion.text(bubbleText(content, conversion.reasons)),
      conversion.reasons,
    );
    if (pieces.length === 0) return { modules: [], reasons: ['nothing_there'], isLeft: true };
    return {
      modules: pieces.map((piece) => made('message', around.language, { text: piece })),
      reasons: conversion.reasons,
    };
  },
};

/** A picture inside the file itself, as the setting of a message takes it. */
const OWN_PICTURE = /^data:image\/(png|jpeg|webp|gif);base64,[A-Za-z0-9+/]+=*$/;
const MAX_PICTURE = 400_000;

/** Nothing is fetched from the network: a picture with an address is only named. */
export const imageBubble: BlockKind = {
  convert: (block, around) => {
    const url = text(block.content.url).trim();
    if (url.length > MAX_PICTURE || !OWN_PICTURE.test(url)) {
      return media('Image', 'media').convert(block, around);
    }
    const link = object(block.content.clickLink);
    const conversion = new Conversion(around);
    conversion.because('links_as_text', text(link.url));
    const settings = { text: '', image: url, imageText: conversion.line(text(link.alt)) };
    return {
      modules: [made('message', around.language, settings)],
      reasons: conversion.reasons,
    };
  },
};

/** A bubble of which only the address can be told. */
export function media(what: string, reason: TypebotReason): BlockKind {
  return {
    convert: (block, around) => {
      const { url, id, name, address } = block.content;
      const detail = [text(url) || text(id), text(name), text(address)].filter(Boolean).join(', ');
      const isOwn = detail.startsWith('data:');
      return leftOut(block, around, { what, detail: isOwn ? '' : detail.slice(0, 500), reason });
    },
  };
}

/** A remark for whoever builds, which participants never saw. */
export const noteBubble: BlockKind = {
  convert: () => ({ modules: [], reasons: ['note'], isLeft: true }),
};
