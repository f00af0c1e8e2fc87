/** MIME types in words that people use: `PDF, JPEG, PNG`. */
export function kindsOf(accept: readonly string[]): string {
  const kinds = accept.map((type) => {
    const subtype = type.split('/')[1] ?? type;
    return NAMES[type] ?? subtype.replace(/^x-|\+.*$/g, '').toUpperCase();
  });
  return [...new Set(kinds)].join(', ');
}

const NAMES: Readonly<Record<string, string>> = {
  'text/plain': 'TXT',
  'application/msword': 'DOC',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.oasis.opendocument.text': 'ODT',
  'video/quicktime': 'MOV',
  'audio/mpeg': 'MP3',
};
