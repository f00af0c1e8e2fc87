/** The comparable form of an address: letter case and surrounding blanks do not make a new person. */
export function emailKey(email: string): string {
  return email.normalize('NFC').trim().toLowerCase();
}
