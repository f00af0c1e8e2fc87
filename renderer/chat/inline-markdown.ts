/** Text, or text with an emphasis around it. */
export type Inline = string | { mark: 'strong' | 'em'; children: Inline[] };

const PATTERN =
  /(?<strong>\*\*|__)(?=\S)(?<bold>.+?)(?<=\S)\k<strong>|(?<em>[*_])(?=\S)(?<italic>.+?)(?<=\S)\k<em>|\[(?<text>[^\]]+)\]\((?<url>[^()\s]+)\)/;

/**
 * Bold, italic and links, which become plain text with their address: only an external link
 * module opens anything. All else stays as it was typed.
 */
export function parseInline(source: string): Inline[] {
  const parts: Inline[] = [];
  let rest = source;
  let plain = '';
  for (let match = PATTERN.exec(rest); match?.groups; match = PATTERN.exec(rest)) {
    const { bold, italic, text, url } = match.groups;
    const before = rest.slice(0, match.index);
    rest = rest.slice(match.index + match[0].length);
    if (isInsideWord(plain + before, match[0], rest)) {
      plain += before + match[0];
      continue;
    }
    plain += before;
    if (text !== undefined && url !== undefined) {
      const address = addressOf(url);
      plain += text === url ? address : `${text} (${address})`;
      continue;
    }
    if (plain) parts.push(plain);
    plain = '';
    if (bold !== undefined) parts.push({ mark: 'strong', children: parseInline(bold) });
    else parts.push({ mark: 'em', children: parseInline(italic ?? '') });
  }
  plain += rest;
  return plain ? [...parts, plain] : parts;
}

/** As a browser reads it, without letters that look like others or turn the direction of writing. */
function addressOf(url: string): string {
  return /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).href : url;
}

/** The words without their emphasis, for one line of summary. */
export function plainText(source: string): string {
  return textOf(parseInline(source));
}

function textOf(parts: readonly Inline[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : textOf(part.children))).join('');
}

/** `snake_case_names` and addresses keep their underscores. */
function isInsideWord(before: string, match: string, after: string): boolean {
  return match.startsWith('_') && (/\w$/.test(before) || /^\w/.test(after));
}
