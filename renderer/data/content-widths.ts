/** In pixels; what lies beside the text of a cell and of a header. */
const CELL_PADDING = 24;
/** Sides, the arrow of the order, and the handle of the width. */
const HEADER_PADDING = 54;

/** A longer text is read in the row's own page. */
const MOST = 440;
const LEAST = 72;

export interface Sample {
  readonly header: string;
  /** As they are shown; empty where there is no value. */
  readonly texts: readonly string[];
  /** Of what stands in the cell beside the text: an icon, the frame of a badge. */
  readonly beside?: number;
  /** How narrow it may become where there is too little room for all columns; as it is if not given. */
  readonly least?: number;
}

/** How wide a column is where there is room, and where there is none. */
export interface ContentWidth {
  readonly min: number;
  readonly want: number;
}

/** Wide enough for the header and for the longest of the texts, within limits. */
export function contentWidth(sample: Sample, measure: (text: string) => number): ContentWidth {
  const { header, texts, beside = 0, least } = sample;
  const longest = texts.reduce((most, text) => Math.max(most, measure(text)), 0);
  const cell = longest === 0 ? 0 : longest + beside + CELL_PADDING;
  const content = Math.ceil(Math.max(measure(header) + HEADER_PADDING, cell));
  const want = Math.min(Math.max(content, LEAST), MOST);
  return { min: Math.min(want, least ?? want), want };
}
