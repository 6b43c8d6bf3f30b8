/** The books of one held meeting. Each list holds references, in the order of the note. */
export interface MeetingAccount {
  readonly meeting: string;
  readonly opening: readonly string[];
  readonly broughtForward: readonly string[];
  readonly reopened: readonly string[];
  readonly raised: readonly string[];
  readonly closed: readonly string[];
  readonly withdrawn: readonly string[];
  readonly moved: readonly string[];
  /** Everything still open after the meeting, the unaccounted included. */
  readonly carried: readonly string[];
  /** Reported on as `no update`. */
  readonly noUpdate: readonly string[];
  /** Open before the meeting, and not spoken of at it. */
  readonly unaccounted: readonly string[];
  /** Those of `unaccounted` on which a later note reported after all. */
  readonly reportedLate: readonly string[];
}
