import { Refusal } from "../refusal.ts";
import { nearest } from "../source/nearest.ts";
import type { Rule } from "./rule.ts";
import { actionHasDueDate } from "./rules/action-has-due-date.ts";
import { actionHasOwner } from "./rules/action-has-owner.ts";
import { actionIsNew } from "./rules/action-is-new.ts";
import { actionIsNumbered } from "./rules/action-is-numbered.ts";
import { actionNumberIsUnique } from "./rules/action-number-is-unique.ts";
import { agendaHasNotPassed } from "./rules/agenda-has-not-passed.ts";
import { attendanceIsRecorded } from "./rules/attendance-is-recorded.ts";
import { cancelledMeetingWasNotHeld } from "./rules/cancelled-meeting-was-not-held.ts";
import { closedStaysClosed } from "./rules/closed-stays-closed.ts";
import { confirmedAtAMeeting } from "./rules/confirmed-at-a-meeting.ts";
import { confirmedIsUnchanged } from "./rules/confirmed-is-unchanged.ts";
import { dateExists } from "./rules/date-exists.ts";
import { datesInOrder } from "./rules/dates-in-order.ts";
import { decisionNumberIsUnique } from "./rules/decision-number-is-unique.ts";
import { deferralNamesAMeeting } from "./rules/deferral-names-a-meeting.ts";
import { dueAfterRaised } from "./rules/due-after-raised.ts";
import { everyOpenActionIsReported } from "./rules/every-open-action-is-reported.ts";
import { fileCanBeRead } from "./rules/file-can-be-read.ts";
import { fileNameIsTheDate } from "./rules/file-name-is-the-date.ts";
import { frontMatterIsValid } from "./rules/front-matter-is-valid.ts";
import { headingsDoNotSkip } from "./rules/headings-do-not-skip.ts";
import { inOneListOnly } from "./rules/in-one-list-only.ts";
import { interestsAreDeclared } from "./rules/interests-are-declared.ts";
import { itemHasANote } from "./rules/item-has-a-note.ts";
import { itemsAreNumbered } from "./rules/items-are-numbered.ts";
import { logAgrees } from "./rules/log-agrees.ts";
import { movedActionArrives } from "./rules/moved-action-arrives.ts";
import { oneFileAMeeting } from "./rules/one-file-a-meeting.ts";
import { oneRowAnAction } from "./rules/one-row-an-action.ts";
import { organisationExists } from "./rules/organisation-exists.ts";
import { organisationIsKnown } from "./rules/organisation-is-known.ts";
import { ownerIsKnown } from "./rules/owner-is-known.ts";
import { progressNamesItsAction } from "./rules/progress-names-its-action.ts";
import { standingItemsAreThere } from "./rules/standing-items-are-there.ts";
import { statusIsFilled } from "./rules/status-is-filled.ts";
import { statusIsKnown } from "./rules/status-is-known.ts";
import { weekdayAgrees } from "./rules/weekday-agrees.ts";
import { wordingHasNotDrifted } from "./rules/wording-has-not-drifted.ts";

/** The rules, in the order in which a note is read: the file, attendance, actions, progress, decisions. */
export const RULES: readonly Rule[] = [
  fileCanBeRead,
  frontMatterIsValid,
  fileNameIsTheDate,
  oneFileAMeeting,
  weekdayAgrees,
  dateExists,
  datesInOrder,
  agendaHasNotPassed,
  cancelledMeetingWasNotHeld,
  attendanceIsRecorded,
  inOneListOnly,
  organisationIsKnown,
  organisationExists,
  interestsAreDeclared,
  itemsAreNumbered,
  itemHasANote,
  deferralNamesAMeeting,
  standingItemsAreThere,
  headingsDoNotSkip,
  actionNumberIsUnique,
  actionIsNumbered,
  actionIsNew,
  actionHasOwner,
  ownerIsKnown,
  actionHasDueDate,
  dueAfterRaised,
  logAgrees,
  everyOpenActionIsReported,
  oneRowAnAction,
  progressNamesItsAction,
  movedActionArrives,
  statusIsKnown,
  statusIsFilled,
  wordingHasNotDrifted,
  closedStaysClosed,
  decisionNumberIsUnique,
  confirmedAtAMeeting,
  confirmedIsUnchanged,
];

/** The rule of this id. Throws a Refusal that names the nearest one where there is none. */
export function findRule(id: string): Rule {
  const found = RULES.find((rule) => rule.id === id);
  if (found !== undefined) return found;
  const near = nearest(
    id,
    RULES.map((rule) => rule.id),
  );
  const advice = near === null ? "`rrb explain` lists them all." : `Did you mean \`${near}\`?`;
  throw new Refusal(`There is no rule \`${id}\`. ${advice}`);
}
