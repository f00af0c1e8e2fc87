import type { Language } from '../../../preload/contract';

interface Page {
  readonly language: Language;
  readonly title: string;
  /** CSS, taken as it is. */
  readonly style: string;
  readonly body: Html;
}

/** Text that is HTML already. */
class Html {
  constructor(readonly text: string) {}
}

export type { Html };

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

type Part = string | number | Html | readonly Html[];

/** A template whose values are escaped, unless they are HTML themselves. */
export function html(texts: TemplateStringsArray, ...values: Part[]): Html {
  const parts = texts.map((text, index) => text + partOf(values[index] ?? ''));
  return new Html(parts.join(''));
}

function partOf(value: Part): string {
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(({ text }) => text).join('\n');
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A page that stands alone: nothing is loaded and nothing runs. */
export function page({ language, title, style, body }: Page): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<h1>${title}</h1>
${body}
</body>
</html>
`.text;
}
