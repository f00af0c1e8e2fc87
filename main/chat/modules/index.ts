import { abSplit } from './ab-split';
import { address } from './address';
import { adventDoor } from './advent-door';
import { birthdate } from './birthdate';
import { choice } from './choice';
import { clipboard } from './clipboard';
import { codeEntry } from './code-entry';
import { condition } from './condition';
import { consent } from './consent';
import { couponCode } from './coupon-code';
import { date } from './date';
import { dateWindow } from './date-window';
import type { ModuleDefinition } from './define-module';
import { deleteMyData } from './delete-my-data';
import { email } from './email';
import { end } from './end';
import { externalLink } from './external-link';
import { fileUpload } from './file-upload';
import { freeText } from './free-text';
import { gallery } from './gallery';
import { giveaway } from './giveaway';
import { iban } from './iban';
import { instantWin } from './instant-win';
import { jump } from './jump';
import { loyaltyPoints } from './loyalty-points';
import { loyaltyRedemption } from './loyalty-redemption';
import { loyaltyRewards } from './loyalty-rewards';
import { message } from './message';
import { name } from './name';
import { number } from './number';
import { openingHours } from './opening-hours';
import { phone } from './phone';
import { questionnaire } from './questionnaire';
import { quiz } from './quiz';
import { randomPick } from './random-pick';
import { rating } from './rating';
import { salutation } from './salutation';
import { setVariables } from './set-variables';
import { signature } from './signature';
import { time } from './time';
import { wait } from './wait';
import { webAddress } from './web-address';
import { withdrawConsent } from './withdraw-consent';

/** Every kind of chat module, in the order of the palette. Adding one adds its line here. */
export const modules: readonly ModuleDefinition[] = [
  message,
  externalLink,
  gallery,
  clipboard,
  randomPick,
  wait,
  choice,
  condition,
  abSplit,
  setVariables,
  jump,
  dateWindow,
  openingHours,
  end,
  email,
  salutation,
  name,
  phone,
  birthdate,
  address,
  number,
  date,
  time,
  webAddress,
  iban,
  freeText,
  questionnaire,
  rating,
  fileUpload,
  signature,
  quiz,
  consent,
  withdrawConsent,
  deleteMyData,
  giveaway,
  instantWin,
  codeEntry,
  couponCode,
  loyaltyPoints,
  loyaltyRedemption,
  loyaltyRewards,
  adventDoor,
];

const byType = new Map(modules.map((definition) => [definition.type, definition]));

export function moduleOf(type: string): ModuleDefinition | undefined {
  return byType.get(type);
}
