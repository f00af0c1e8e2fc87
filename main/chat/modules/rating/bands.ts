type Scale = 'nps' | 'stars';
type Band = 'detractor' | 'passive' | 'promoter' | 'low' | 'high';

export function rangeOf(scale: Scale): { min: number; max: number } {
  return scale === 'nps' ? { min: 0, max: 10 } : { min: 1, max: 5 };
}

/** Net Promoter bands as Reichheld defined them (Harvard Business Review, December 2003). */
export function bandOf(score: number, scale: Scale, highFrom: number): Band {
  if (scale === 'stars') return score >= highFrom ? 'high' : 'low';
  if (score <= 6) return 'detractor';
  return score <= 8 ? 'passive' : 'promoter';
}
