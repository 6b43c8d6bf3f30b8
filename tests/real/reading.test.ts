import { expect, it } from "vitest";
import { BARE_BOARD, type Board } from "../../src/model/board.ts";
import type { Meeting, Note } from "../../src/model/meeting.ts";
import { readNoteFile } from "../../src/read/note-file.ts";
import { sourceFile } from "../../src/source/source-file.ts";
import { describeReal, type Key, ownersOf, plainTextOf, realKey, realText } from "./real-notes.ts";

async function read(path: string, text: string, board: Board = BARE_BOARD): Promise<Note> {
  return readNoteFile(sourceFile(path, text), board);
}

/** What a key holds of a meeting, in the key's own shape. */
function asKey(meeting: Meeting): unknown {
  return {
    date: meeting.date,
    next: meeting.nextMeeting,
    actions: meeting.actions.map(({ text, owners, item, number }) => ({ number, text, owners, item })),
    progress: meeting.progress.map(({ number, text, owners, disposition, update }) => ({
      number,
      text,
      owners,
      status: disposition?.words,
      state: disposition?.state,
      update,
    })),
  };
}

function wanted(key: Key): unknown {
  return {
    date: key.date,
    next: key.nextMeeting?.date ?? null,
    actions: key.actions.map((action, index) => ({
      number: Number(action.ref ?? index + 1),
      text: action.text,
      owners: ownersOf(action),
      item: action.item,
    })),
    progress: key.previousActions.map((action) => ({
      number: Number(action.ref),
      text: action.text,
      owners: ownersOf(action),
      status: action.status,
      state: action.statusClass,
      update: action.note ?? null,
    })),
  };
}

describeReal("The Board's own two notes are read as they stand", () => {
  it("reads the note of January 2020: every date, item, action, status and reason as the key has them", async () => {
    const key = realKey("rrb/2020-01-21");
    const { meeting, faults } = await read("2020-01-21.md", realText("rrb/2020-01-21.md"));
    expect(asKey(meeting)).toEqual(wanted(key));
    expect(meeting.present.map(({ as }) => as)).toEqual(key.orgs);
    expect(meeting.absent.map(({ as }) => as)).toEqual(key.absent);
    expect(meeting.items).toHaveLength(key.agendaItems!);
    const due = (action: { dueText: string | null }) => action.dueText ?? undefined;
    expect(meeting.actions.map(due)).toEqual(key.actions.map((action) => action.due));
    expect(meeting.progress.map(due)).toEqual(key.previousActions.map((action) => action.due));
    expect(faults).toEqual([]);
  });

  it("takes an action that the note writes twice, in its item and in the log, for one", async () => {
    const { meeting } = await read("2020-01-21.md", realText("rrb/2020-01-21.md"));
    expect(meeting.log).toHaveLength(8);
    expect(meeting.actions.map(({ logRow, fromLog }) => [logRow?.number, fromLog])).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((number) => [number, false]),
    );
  });

  it("reads the note of August 2021: no action, no decision, and names that run on kept whole", async () => {
    const key = realKey("rrb/2021-08-26");
    const { meeting, faults } = await read("2021-08-26.md", realText("rrb/2021-08-26.md"));
    expect(asKey(meeting)).toEqual(wanted(key));
    expect(meeting.items).toHaveLength(key.agendaItems!);
    expect([meeting.time, meeting.place]).toEqual([key.time, key.place]);
    expect(meeting.decisions).toEqual([]);
    expect(meeting.present.map(({ as }) => as).join(" ")).toBe(key.orgs.join(" "));
    expect(meeting.apologies.map(({ as }) => as).join(" ")).toBe(key.apologies!.join(" "));
    expect(meeting.inAttendance.map(({ as }) => as)).toEqual([key.alsoAttending]);
    expect(faults.map(({ rule }) => rule)).toEqual(["organisation-is-known"]);
  });

  it("splits names that run on by those that the register knows, and keeps the rest as written", async () => {
    const key = realKey("rrb/2021-08-26");
    const unknown = ["Greater London Authority Health Team", "BounceBack", "Catch 22", "Clinks"];
    const known = [...key.orgs.filter((name) => !unknown.includes(name)), ...key.apologies!];
    const organisations = known.map((name, index) => {
      return { id: `B${index}`, name, also: [], member: true, until: null, became: null };
    });
    const board = { ...BARE_BOARD, organisations };
    const { meeting, faults } = await read("2021-08-26.md", realText("rrb/2021-08-26.md"), board);
    const asWritten = key.orgs.join("|").replace("BounceBack|Catch 22", "BounceBack Catch 22");
    expect(meeting.present.map(({ as }) => as)).toEqual(asWritten.split("|"));
    expect(
      meeting.present.map(({ organisation }) => organisation).filter((id) => /^B\d/.test(id!)),
    ).toHaveLength(9);
    expect(meeting.apologies.map(({ as }) => as)).toEqual(key.apologies);
    expect(faults).toHaveLength(1);
  });
});

describeReal("Other boards' notes are read as they stand", () => {
  for (const day of ["2011-08-03", "2011-10-04", "2011-12-13"]) {
    it(`reads the panel's note of ${day}, made plain text, as its key has it`, async () => {
      const key = realKey(`boards/cjt-${day}`);
      const { meeting } = await read(`${day}.md`, plainTextOf(realText(`boards/cjt-${day}.md`)));
      const mine = asKey(meeting) as { progress: { number: number; update: string | null }[] };
      const theirs = wanted(key) as typeof mine;
      // The key gives the first paragraph of an update that goes on for five more; rrb keeps it whole.
      for (const [index, row] of theirs.progress.entries()) {
        const more = "moreNoteBullets" in key.previousActions[index]!;
        const update = mine.progress[index]?.update ?? "";
        if (more && update.startsWith(row.update!)) row.update = update;
      }
      expect(mine).toEqual(theirs);
      expect([meeting.present.length, meeting.apologies.length]).toEqual([
        key.attendeesCount,
        key.apologies?.length ?? 0,
      ]);
      expect(meeting.chair).toBe(key.chair);
    });
  }
});
