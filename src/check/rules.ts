import { Refusal } from "../refusal.ts";
import { nearest } from "../source/nearest.ts";
import type { Rule } from "./rule.ts";
import { actionHasOwner } from "./rules/action-has-owner.ts";
import { actionIsNew } from "./rules/action-is-new.ts";
import { actionIsNumbered } from "./rules/action-is-numbered.ts";
import { actionNumberIsUnique } from "./rules/action-number-is-unique.ts";
import { agendaHasNotPassed } from "./rules/agenda-has-not-passed.ts";
import { cancelledMeetingWasNotHeld } from "./rules/cancelled-meeting-was-not-held.ts";
import { closedStaysClosed } from "./rules/closed-stays-closed.ts";
import { confirmedAtAMeeting } from "./rules/confirmed-at-a-meeting.ts";
import { confirmedIsUnchanged } from "./rules/confirmed-is-unchanged.ts";
import { decisionNumberIsUnique } from "./rules/decision-number-is-unique.ts";
import { everyOpenActionIsReported } from "./rules/every-open-action-is-reported.ts";
import { fileCanBeRead } from "./rules/file-can-be-read.ts";
import { fileNameIsTheDate } from "./rules/file-name-is-the-date.ts";
import { frontMatterIsValid } from "./rules/front-matter-is-valid.ts";
import { logAgrees } from "./rules/log-agrees.ts";
import { movedActionArrives } from "./rules/moved-action-arrives.ts";
import { oneFileAMeeting } from "./rules/one-file-a-meeting.ts";
import { oneRowAnAction } from "./rules/one-row-an-action.ts";
import { organisationExists } from "./rules/organisation-exists.ts";
import { organisationIsKnown } from "./rules/organisation-is-known.ts";
import { progressNamesItsAction } from "./rules/progress-names-its-action.ts";
import { statusIsFilled } from "./rules/status-is-filled.ts";
import { statusIsKnown } from "./rules/status-is-known.ts";
import { wordingHasNotDrifted } from "./rules/wording-has-not-drifted.ts";

/** The rules, in the order in which a note is read: the file, attendance, actions, progress, decisions. */
export const RULES: readonly Rule[] = [
  fileCanBeRead,
  frontMatterIsValid,
  fileNameIsTheDate,
  oneFileAMeeting,
  agendaHasNotPassed,
  cancelledMeetingWasNotHeld,
  organisationIsKnown,
  organisationExists,
  actionNumberIsUnique,
  actionIsNumbered,
  actionIsNew,
  actionHasOwner,
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
