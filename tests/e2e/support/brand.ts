import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Graph } from '../../../preload/contract';
import { edge, graph, node } from '../../support/graphs';

/* The brand of the story `brand`: an invented maker of lamps at a trade fair. */

const RESOURCES = resolve(import.meta.dirname, '../../../resources');

export const BRAND = {
  experience: 'Lumen at the fair',
  name: 'Lumen',
  imprint: 'Lumen Lighting GmbH, Example Street 1, Example City',
  colour: '#7a3cff',
  theme: 'Midnight',
};

/** What somebody writes, in the main language and in the other. */
type Words = readonly [english: string, german: string];

/** What the kiosk says. */
export const KIOSK_WORDS = {
  headline: ['Light up your day', 'Bringen Sie Licht in Ihren Tag'],
  text: ['Three questions, one minute.', 'Drei Fragen, eine Minute.'],
  callToAction: ['Win now', 'Jetzt gewinnen'],
  prize: ['Win one of ten Lumen lamps', 'Gewinnen Sie eine von zehn Lumen-Leuchten'],
  slideAlt: ['A lamp that shines over a table', 'Eine Leuchte, die über einem Tisch scheint'],
  endHeadline: ['See you at stand B 12', 'Wir sehen uns an Stand B 12'],
  endText: ['Come and switch one on.', 'Kommen Sie vorbei und schalten Sie eine ein.'],
} as const satisfies Record<string, Words>;

/** What the chat says. */
export const CHAT_WORDS = {
  heading: ['Welcome to Lumen', 'Willkommen bei Lumen'],
  welcomeStart: ['Tell us about your light, and ', 'Erzählen Sie uns von Ihrem Licht, und '],
  welcomeStrong: ['win a lamp', 'gewinnen Sie eine Leuchte'],
  which: ['Where do you need more light?', 'Wo brauchen Sie mehr Licht?'],
  desk: ['At my desk', 'Am Schreibtisch'],
  table: ['Over the table', 'Über dem Esstisch'],
  reading: ['In the reading corner', 'In der Leseecke'],
  name: ['Good choice! What is your name?', 'Gute Wahl! Wie heißen Sie?'],
  why: [
    'So that we can address you if you win.',
    'Damit wir Sie ansprechen können, wenn Sie gewinnen.',
  ],
  email: [
    'Hello ${firstname}! Where can we reach you if you win?',
    'Hallo ${firstname}! Wo erreichen wir Sie, wenn Sie gewinnen?',
  ],
  newsletter: [
    'I would like to get the Lumen newsletter by email, about once a month. I can withdraw this consent at any time.',
    'Ich möchte den Lumen-Newsletter per E-Mail erhalten, etwa einmal im Monat. Diese Einwilligung kann ich jederzeit widerrufen.',
  ],
  goOn: ['Continue', 'Weiter'],
  takePart: ['Take part', 'Teilnehmen'],
  success: ['You are taking part. Good luck!', 'Sie nehmen teil. Viel Glück!'],
  goodbyeStart: ['Thank you, ', 'Vielen Dank, '],
  goodbyeEnd: ['! We write to you after the fair.', '! Wir schreiben Ihnen nach der Messe.'],
} as const satisfies Record<string, Words>;

/** The terms of participation, as the legal text says them. */
export const TERMS = {
  title: ['Terms of participation', 'Teilnahmebedingungen'],
  text: [
    '## Who can take part\n\nVisitors of the fair who are **18 or older**, once each.\n\n## What can be won\n\n- Ten Lumen lamps\n- The winners are drawn after the fair and told by email.\n\nPrizes are not paid out in cash.',
    '## Wer teilnehmen kann\n\nBesucherinnen und Besucher der Messe **ab 18 Jahren**, einmal je Person.\n\n## Was es zu gewinnen gibt\n\n- Zehn Lumen-Leuchten\n- Die Gewinne werden nach der Messe ausgelost; wir benachrichtigen Sie per E-Mail.\n\nGewinne werden nicht bar ausgezahlt.',
  ],
} as const satisfies Record<string, Words>;

export const IMPRINT = {
  title: ['Imprint', 'Impressum'],
  text: [
    'Lumen Lighting GmbH\n\nExample Street 1, Example City\n\nhello@lumen.example',
    'Lumen Lighting GmbH\n\nBeispielstraße 1, Beispielstadt\n\nhallo@lumen.example',
  ],
} as const satisfies Record<string, Words>;

/** A lamp before a sky: drawn, so that it is sharp on a screen of any size. */
export const HERO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 1200">
<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#160b3a"/><stop offset=".6" stop-color="#4a22a8"/><stop offset="1" stop-color="#ff8a5c"/></linearGradient>
<radialGradient id="glow"><stop offset="0" stop-color="#fff2c4" stop-opacity=".95"/><stop offset=".35" stop-color="#ffd27a" stop-opacity=".45"/><stop offset="1" stop-color="#ffd27a" stop-opacity="0"/></radialGradient></defs>
<rect width="1200" height="1200" fill="url(#sky)"/><circle cx="600" cy="640" r="520" fill="url(#glow)"/>
<path d="M600 0v330" stroke="#f3eaff" stroke-width="10"/><path d="M380 600c0-150 98-270 220-270s220 120 220 270z" fill="#fdf7ff"/><path d="M380 600h440l-30 44H410z" fill="#e2d3ff"/><ellipse cx="600" cy="660" rx="92" ry="56" fill="#fff6d8"/>
<path d="M120 1040h960" stroke="#fdf7ff" stroke-opacity=".35" stroke-width="14" stroke-linecap="round"/></svg>`;

export const WELCOME = HERO.replace('viewBox="0 0 1200 1200"', 'viewBox="0 260 1200 700"');

export const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120"><rect width="120" height="120" rx="30" fill="#7a3cff"/><path d="M60 20v14M34 70c0-18 12-34 26-34s26 16 26 34z" fill="#fff" stroke="#fff" stroke-width="6" stroke-linecap="round"/><circle cx="60" cy="84" r="10" fill="#ffd27a"/></svg>`;

/**
 * The raffle as it is built from module to module. The welcome and the goodbye are written afterwards, with
 * the toolbar and the picker of variables.
 */
export function raffle(): Graph {
  const say = (key: keyof typeof CHAT_WORDS) => CHAT_WORDS[key][0];
  const options = (['desk', 'table', 'reading'] as const).map((id) => ({ id, label: say(id) }));
  const prizes = [{ id: 'lamp', name: 'Lumen lamp', number: 10 }];
  return graph(
    [
      node('welcome', 'message'),
      node('light', 'choice', { question: say('which'), options, variable: 'light' }),
      node('name', 'name', { question: say('name'), why: say('why') }),
      node('email', 'email', { question: say('email') }),
      node('newsletter', 'consent', { text: say('newsletter'), label: say('goOn') }),
      node('raffle', 'giveaway', {
        giveaways: [{ id: 'fair', name: 'Fair raffle', from: '', until: '', prizes }],
        takePart: say('takePart'),
        success: say('success'),
      }),
      node('goodbye', 'end'),
    ],
    [
      edge('welcome', 'next', 'light'),
      ...options.map(({ id }) => edge('light', id, 'name')),
      edge('name', 'next', 'email'),
      edge('email', 'next', 'newsletter'),
      edge('newsletter', 'next', 'raffle'),
      edge('raffle', 'next', 'goodbye'),
      edge('raffle', 'already', 'goodbye'),
    ],
  );
}

/** What stands in German for each English text of the experience. */
export function germanWords(): ReadonlyMap<string, string> {
  const all: readonly Words[] = [...Object.values(KIOSK_WORDS), ...Object.values(CHAT_WORDS)];
  const pairs = new Map<string, string>(all);
  const [english, german] = [welcomeAndGoodbye(0), welcomeAndGoodbye(1)];
  pairs.set(english.welcome, german.welcome);
  pairs.set(english.goodbye, german.goodbye);
  pairs.set('Fair raffle', 'Messe-Verlosung');
  pairs.set('Lumen lamp', 'Lumen-Leuchte');
  pairs.set(BRAND.imprint, 'Lumen Lighting GmbH, Beispielstraße 1, Beispielstadt');
  return pairs;
}

function welcomeAndGoodbye(at: 0 | 1) {
  const { heading, welcomeStart, welcomeStrong, goodbyeStart, goodbyeEnd } = CHAT_WORDS;
  return {
    welcome: `# ${heading[at]}\n${welcomeStart[at]}**${welcomeStrong[at]}**`,
    goodbye: `${goodbyeStart[at]}\${firstname}${goodbyeEnd[at]}`,
  };
}

/** The application's own sentences for participants, in a language. */
export async function participantWords(language: 'en' | 'de') {
  const read = async (name: string) =>
    JSON.parse(await readFile(join(RESOURCES, `locales/${language}/${name}.json`), 'utf8'));
  return { chat: await read('chat'), participant: await read('participant') };
}
