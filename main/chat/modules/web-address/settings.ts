import { z } from 'zod';

/** What addresses are taken; the same for a question of a questionnaire. */
export const webSettings = {
  http: z.enum(['keep', 'upgrade']).default('keep'),
  allowsPrivate: z.boolean().default(false),
};

export const webWords = {
  en: {
    http: 'Addresses that begin with http://',
    'http.keep': 'Stay as they are',
    'http.upgrade': 'Become https://',
    allowsPrivate: 'Also addresses of a network of one’s own (localhost, 192.168.1.1)',
  },
  de: {
    http: 'Adressen, die mit http:// beginnen',
    'http.keep': 'Bleiben, wie sie sind',
    'http.upgrade': 'Werden zu https://',
    allowsPrivate: 'Auch Adressen eines eigenen Netzes (localhost, 192.168.1.1)',
  },
};
