import { AppError } from '../../../preload/contract';
import { bytesOf, drawn, encoded } from './canvas';
import { costOf, type Drawn } from './svg-cost';

const HEAD_BYTES = 1_024;
/** Of a drawing; one with a photograph in it is better a picture. */
const MAX_SVG_BYTES = 2 * 1024 * 1024;
/** Sharp where logos and backgrounds are shown, whatever size the file names. */
const EDGE = 1_600;
/** Deeper than drawings are; who walks through deeper ones runs out of stack. */
const MAX_DEPTH = 200;

export async function isSvg(file: File): Promise<boolean> {
  if (file.type === 'image/svg+xml') return true;
  const head = await file.slice(0, HEAD_BYTES).text();
  return /^\s*(<\?xml|<!--|<svg|<!DOCTYPE svg)/i.test(head);
}

/**
 * The drawing as a PNG picture. It is shown as an image, in which the browser runs no script and loads
 * nothing; what is kept are its pixels.
 *
 * @throws AppError `media.*`
 */
export async function drawSvg(file: File): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > MAX_SVG_BYTES) {
    throw new AppError('media.too_large', { max: MAX_SVG_BYTES / 1024 / 1024 });
  }
  const text = await file.text();
  refuseCostly(text);
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
  try {
    await image.decode();
    const scale = EDGE / Math.max(image.naturalWidth, image.naturalHeight, 1);
    return await bytesOf(await encoded(drawn(image, scale), 'image/png'));
  } catch (error) {
    throw new AppError('media.damaged', {}, { cause: error });
  }
}

/** Entities of a document type can multiply a text without end. */
function refuseCostly(text: string): void {
  if (/<!(DOCTYPE|ENTITY)/i.test(text.replace(/<!DOCTYPE svg( PUBLIC[^[>]*)?>/i, ''))) {
    throw new AppError('media.damaged');
  }
  const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
  if (root.localName !== 'svg') throw new AppError('media.damaged');
  if (costOf(drawnOf(root, 0)) === Number.POSITIVE_INFINITY) throw new AppError('media.damaged');
}

function drawnOf(element: Element, depth: number): Drawn {
  if (depth > MAX_DEPTH) throw new AppError('media.damaged');
  const reference = element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '';
  return {
    id: element.id,
    uses: reference.startsWith('#') ? reference.slice(1) : null,
    children: [...element.children].map((child) => drawnOf(child, depth + 1)),
  };
}
