import type { BlockKind } from '../block';
import { imageBubble, media, noteBubble, textBubble } from './bubbles';
import { cardsInput, choiceInput, pictureChoiceInput } from './choices';
import { condition } from './conditions';
import { emailInput, phoneInput, urlInput } from './contact-inputs';
import { dateInput, timeInput } from './date-inputs';
import { fileInput } from './file-input';
import { ratingInput } from './rating';
import { service, unknown } from './services';
import { setVariable } from './set-variable';
import { numberInput, textInput } from './text-inputs';
import { abTest, jump, redirect, returning, start, typebotLink, wait } from './ways';

/** What becomes of each type of block, by the names that all versions of Typebot have used for it. */
const KINDS: ReadonlyMap<string, BlockKind> = new Map(
  Object.entries<BlockKind>({
    start,
    text: textBubble,
    image: imageBubble,
    video: media('Video', 'media'),
    audio: media('Audio', 'media'),
    embed: media('Embed', 'embed'),
    location: media('Location', 'media'),
    note: noteBubble,

    'text input': textInput,
    'number input': numberInput,
    'email input': emailInput,
    'phone number input': phoneInput,
    'url input': urlInput,
    'date input': dateInput,
    'time input': timeInput,
    'choice input': choiceInput,
    'picture choice input': pictureChoiceInput,
    'cards input': cardsInput,
    'rating input': ratingInput,
    'file input': fileInput,
    'payment input': service('Payment', 'payment'),
    'otp input': service('One-time code', 'service'),

    'Set variable': setVariable,
    Condition: condition,
    Redirect: redirect,
    Jump: jump,
    Return: returning,
    'Typebot link': typebotLink,
    'Sniper link': typebotLink,
    Wait: wait,
    'AB test': abTest,
    Loop: service('Loop', 'no_counterpart'),
    Code: service('Script', 'code'),
    Script: service('Script', 'code'),
    webhook: service('Listen for webhook', 'service'),

    Webhook: service('Webhook', 'service'),
    'HTTP request': service('HTTP request', 'service'),
    'Google Sheets': service('Google Sheets', 'service'),
    Zapier: service('Zapier', 'service'),
    'Make.com': service('Make.com', 'service'),
    Pabbly: service('Pabbly', 'service'),
    Chatwoot: service('Chatwoot', 'service'),
    Email: service('Email', 'mail'),
    'Google Analytics': service('Google Analytics', 'tracking'),
    Pixel: service('Pixel', 'tracking'),
    posthog: service('PostHog', 'tracking'),
    segment: service('Segment', 'tracking'),
    'cal-com': service('Cal.com', 'service'),
    'qr-code': service('QR code', 'service'),
    nocodb: service('NocoDB', 'service'),
    zendesk: service('Zendesk', 'service'),
    gmail: service('Gmail', 'mail'),
    blink: service('Blink', 'service'),
    OpenAI: service('OpenAI', 'ai'),
    openai: service('OpenAI', 'ai'),
    anthropic: service('Anthropic', 'ai'),
    mistral: service('Mistral', 'ai'),
    groq: service('Groq', 'ai'),
    deepseek: service('DeepSeek', 'ai'),
    perplexity: service('Perplexity', 'ai'),
    elevenlabs: service('ElevenLabs', 'ai'),
    'open-router': service('OpenRouter', 'ai'),
    'together-ai': service('Together AI', 'ai'),
    'dify-ai': service('Dify.AI', 'ai'),
    'chat-node': service('ChatNode', 'ai'),
    'zemantic-ai': service('Zemantic AI', 'ai'),
  }),
);

export function kindOf(type: string): BlockKind {
  return KINDS.get(type) ?? unknown;
}
