import { z } from 'zod';

// Zod compiles object parsers with `new Function` where it may; the page's policy forbids that.
z.config({ jitless: true });
