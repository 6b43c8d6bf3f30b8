import { Refusal } from "../refusal.ts";
import { nearest } from "../source/nearest.ts";
import type { Rule } from "./rule.ts";
import { actionHasDueDate } from "./rules/action-has-due-date.ts";
import { actionHasOwner } from "./rules/action-has-owner.ts";
import { actionIsNew } from "./rules/action-is-new.ts";
import { actionIsNumbered } from "./rules/action-is-numbered.ts";
import { actionIsRead } from "./rules/action-is-read.ts";
import { actionNamesNoPrivatePerson } from "./rules/action-names-no-private-person.ts";
import { actionNumberIsUnique } from "./rules/action-number-is-unique.ts";
import { agendaHasNotPassed } from "./rules/agenda-has-not-passed.ts";
import { attendanceIsRecorded } from "./rules/attendance-is-recorded.ts";
import { cancelledMeetingWasNotHeld } from "./rules/cancelled-meeting-was-not-held.ts";
import { chairWasPresent } from "./rules/chair-was-present.ts";
import { closedSaysHow } from "./rules/closed-says-how.ts";
import { closedStaysClosed } from "./rules/closed-stays-closed.ts";
import { completeIsComplete } from "./rules/complete-is-complete.ts";
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
import { ignoreHasAReason } from "./rules/ignore-has-a-reason.ts";
import { inOneListOnly } from "./rules/in-one-list-only.ts";
import { interestsAreDeclared } from "./rules/interests-are-declared.ts";
import { itemHasANote } from "./rules/item-has-a-note.ts";
import { itemsAreNumbered } from "./rules/items-are-numbered.ts";
import { lateSaysWhy } from "./rules/late-says-why.ts";
import { logAgrees } from "./rules/log-agrees.ts";
import { looksLikeAnAction } from "./rules/looks-like-an-action.ts";
import { meetingIsOnAWorkingDay } from "./rules/meeting-is-on-a-working-day.ts";
import { movedActionArrives } from "./rules/moved-action-arrives.ts";
import { noImportDebris } from "./rules/no-import-debris.ts";
import { noPersonalIdentifier } from "./rules/no-personal-identifier.ts";
import { noPlaceholderLeft } from "./rules/no-placeholder-left.ts";
import { oneFileAMeeting } from "./rules/one-file-a-meeting.ts";
import { oneRowAnAction } from "./rules/one-row-an-action.ts";
import { organisationExists } from "./rules/organisation-exists.ts";
import { organisationIsKnown } from "./rules/organisation-is-known.ts";
import { ownerIsKnown } from "./rules/owner-is-known.ts";
import { ownerIsOne } from "./rules/owner-is-one.ts";
import { ownerWasPresent } from "./rules/owner-was-present.ts";
import { paperIsAtHand } from "./rules/paper-is-at-hand.ts";
import { progressNamesItsAction } from "./rules/progress-names-its-action.ts";
import { quorumIsMet } from "./rules/quorum-is-met.ts";
import { speakerIsPresent } from "./rules/speaker-is-present.ts";
import { standingItemsAreThere } from "./rules/standing-items-are-there.ts";
import { startBeforeEnd } from "./rules/start-before-end.ts";
import { statusIsFilled } from "./rules/status-is-filled.ts";
import { statusIsKnown } from "./rules/status-is-known.ts";
import { stuckAction } from "./rules/stuck-action.ts";
import { tableHasHeadings } from "./rules/table-has-headings.ts";
import { textIsRead } from "./rules/text-is-read.ts";
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
  startBeforeEnd,
  meetingIsOnAWorkingDay,
  agendaHasNotPassed,
  cancelledMeetingWasNotHeld,
  noPlaceholderLeft,
  noImportDebris,
  textIsRead,
  attendanceIsRecorded,
  inOneListOnly,
  organisationIsKnown,
  organisationExists,
  chairWasPresent,
  quorumIsMet,
  ownerWasPresent,
  interestsAreDeclared,
  speakerIsPresent,
  itemsAreNumbered,
  itemHasANote,
  deferralNamesAMeeting,
  standingItemsAreThere,
  headingsDoNotSkip,
  tableHasHeadings,
  paperIsAtHand,
  actionNumberIsUnique,
  actionIsNumbered,
  actionIsNew,
  actionHasOwner,
  ownerIsOne,
  ownerIsKnown,
  actionHasDueDate,
  dueAfterRaised,
  actionNamesNoPrivatePerson,
  noPersonalIdentifier,
  logAgrees,
  actionIsRead,
  looksLikeAnAction,
  everyOpenActionIsReported,
  oneRowAnAction,
  progressNamesItsAction,
  movedActionArrives,
  statusIsKnown,
  statusIsFilled,
  wordingHasNotDrifted,
  closedStaysClosed,
  closedSaysHow,
  lateSaysWhy,
  completeIsComplete,
  stuckAction,
  decisionNumberIsUnique,
  confirmedAtAMeeting,
  confirmedIsUnchanged,
  ignoreHasAReason,
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
