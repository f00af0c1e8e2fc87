import type { TimelineEntry } from '../../preload/contract';

/** Entries of one conversation that follow one another on the same day. */
export interface Conversation {
  readonly sessionId: string;
  readonly entries: readonly TimelineEntry[];
}

export interface Day {
  /** The first moment of the local day, in milliseconds since the epoch. */
  readonly startMs: number;
  readonly conversations: readonly Conversation[];
}

export function createdAt({ row }: TimelineEntry): number {
  return Number(row.cells.created_at);
}

/** Groups a timeline by local day and conversation, in its own order. */
export function groupEntries(entries: readonly TimelineEntry[]): Day[] {
  const days: {
    startMs: number;
    conversations: { sessionId: string; entries: TimelineEntry[] }[];
  }[] = [];
  for (const entry of entries) {
    const startMs = new Date(createdAt(entry)).setHours(0, 0, 0, 0);
    const sessionId = String(entry.row.cells.session_id);
    let day = days.at(-1);
    if (day?.startMs !== startMs) {
      day = { startMs, conversations: [] };
      days.push(day);
    }
    const conversation = day.conversations.at(-1);
    if (conversation?.sessionId === sessionId) conversation.entries.push(entry);
    else day.conversations.push({ sessionId, entries: [entry] });
  }
  return days;
}
