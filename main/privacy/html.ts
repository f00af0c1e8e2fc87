/** Text that is HTML already. */
class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
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
  if (typeof value === 'object') return value.join('\n');
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A page that stands alone: nothing is loaded and nothing runs. */
export function page(language: string, title: string, body: Html): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem; font-size: .875rem; }
th, td { border: 1px solid #8886; padding: .375rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
code { overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
</style>
</head>
<body>
<h1>${title}</h1>
${body}
</body>
</html>
`.toString();
}
