declare global {
  // The name under which libraries that add style elements (react-remove-scroll) look for a nonce.
  var __webpack_nonce__: string | undefined;
}

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
globalThis.__webpack_nonce__ = nonce;

export function cspNonce(): string {
  return nonce;
}
