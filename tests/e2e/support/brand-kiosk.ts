import type { Page } from 'playwright/test';
import { CHAT_WORDS, KIOSK_WORDS, participantWords, TERMS } from './brand';
import { passSecondsOnPage } from './desktop';
import { expect } from './vault';

export interface Play {
  language: 'en' | 'de';
  email: string;
  /** Keeps a picture of that state. */
  keep: (state: string) => Promise<void>;
}

/** What a visitor of the stand does, from the start screen to the end. */
export async function playOnKiosk(kiosk: Page, { language, email, keep }: Play): Promise<void> {
  const { chat, participant } = await participantWords(language);
  const at = language === 'en' ? 0 : 1;
  const say = (key: keyof typeof CHAT_WORDS) => CHAT_WORDS[key][at];
  const button = (name: string) => kiosk.getByRole('button', { name, exact: true });
  const heading = (name: string) => kiosk.getByRole('heading', { name });
  const board = kiosk.getByRole('region', { name: participant.keyboard.label });
  const type = async (text: string) => {
    for (const character of text) {
      await board.getByRole('button', { name: character, exact: true }).first().click();
    }
  };

  await expect(heading(KIOSK_WORDS.headline[0])).toBeVisible();
  await keep('start');
  await button(language === 'en' ? 'English' : 'Deutsch').click();

  await expect(button(say('reading'))).toBeVisible();
  await expect(heading(say('heading'))).toBeVisible();
  await keep('welcome and choice');
  await button(say('reading')).click();

  const first = kiosk.getByLabel(language === 'en' ? 'First name' : 'Vorname');
  await expect(first).toBeVisible();
  await expect(board).toBeVisible();
  await keep('name');
  await first.fill('Mia');
  await kiosk.getByLabel(language === 'en' ? 'Last name' : 'Nachname').fill('Beispiel');
  await button(chat.prompt.send).click();

  const address = kiosk.getByLabel(chat.prompt.format.email);
  await expect(address).toBeVisible();
  await keep('email');
  await kiosk.getByRole('button', { name: TERMS.title[at] }).first().click();
  await expect(kiosk.getByRole('dialog', { name: TERMS.title[at] })).toBeVisible();
  await keep('terms');
  await button(chat.legal.back).click();
  await kiosk.getByRole('checkbox').check();
  await address.click();
  await type(email);
  await expect(address).toHaveValue(email);
  await expect(address).toBeInViewport();
  await keep('keyboard');
  await button(chat.prompt.send).click();

  await expect(button(say('goOn'))).toBeVisible();
  await kiosk.getByRole('checkbox').check();
  await keep('newsletter');
  await passSecondsOnPage(kiosk, 31);
  await expect(button(participant.idle.stay)).toBeVisible();
  await keep('still there');
  await button(participant.idle.stay).click();
  await button(say('goOn')).click();

  await expect(heading(KIOSK_WORDS.endHeadline[at])).toBeVisible();
  const said = [say('goodbyeStart'), 'Mia', say('goodbyeEnd')].map((part) => part.trim());
  for (const part of said) await expect(kiosk.getByText(part)).toBeVisible();
  await keep('end');
  // It clears by itself.
  await expect(heading(KIOSK_WORDS.headline[0])).toBeVisible();
}
