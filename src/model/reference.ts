/**
 * References name actions and decisions for ever: `2020-01-21/3` was raised at that meeting, `2020-01-21/bf3` was
 * brought forward into it, `2020-01-21/d1` is a decision. The part before the slash is the meeting's id.
 */
export const REFERENCE = /\b\d{4}-\d{2}-\d{2}(?:-[a-z][a-z0-9-]*)?\/(?:bf|d)?\d+\b/;

/** A meeting's id: its day, and a word where one day has two meetings. */
export const MEETING_ID = /^\d{4}-\d{2}-\d{2}(?:-[a-z][a-z0-9-]*)?$/;

export function raisedReference(meeting: string, number: number): string {
  return `${meeting}/${number}`;
}

export function broughtForwardReference(meeting: string, number: number): string {
  return `${meeting}/bf${number}`;
}

export function decisionReference(meeting: string, number: number): string {
  return `${meeting}/d${number}`;
}
