import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { orderMeetings } from "../../src/ledger/order.ts";
import { writeActionsCalendar } from "../../src/report/actions-ics.ts";
import { writeMeetingCalendar } from "../../src/report/meeting-ics.ts";
import { type BoardInMemory, openInMemory } from "../board.ts";
import { HOSTILE, hostileNotes, MANY } from "../render/hostile-notes.ts";
import { ask, describeWith, makeFolder, PYTHON } from "./programs.ts";

const BOARD = "name: Harbour Lights Board\nplace: The Custom House\ntime: 10:30-12:30\n";
const NOTES = {
  "board.yaml": BOARD,
  "2026-01-20.md":
    "---\ndate: 2026-01-20\ntime: 10:30-12:30\nplace: Quay Street; Room 2, upstairs\nstate: confirmed\nconfirmed: { at: 2026-05-14 }\npresent: [HMO]\nnext-meeting: 2026-05-14\n---\n\n## 1. Lamps\n\nAction 1 (HMO; by 27 February 2026): Replace the lamp.\nAction 2: Paint the mole.\nAction 3 (HMO): Count the buoys.\n",
  "2026-05-14.md":
    "---\ndate: 2026-05-14\ntime: 10:30\nplace: Online\npresent: [HMO]\nnext-meeting: 2026-10-20\n---\n\n## 1. Actions from previous meeting\n\n| Ref | Action | Status | Update |\n| --- | --- | --- | --- |\n| 2026-01-20/1 | Replace the lamp | Complete | It shines |\n| 2026-01-20/2 | Paint the mole | In progress | Half is blue |\n| 2026-01-20/3 | Count the buoys | Withdrawn | |\n",
};

async function meetingOf(files: Record<string, string>, id: string): Promise<string> {
  const opened = await openInMemory(files, "2026-06-01");
  const { meetings } = orderMeetings(
    opened.notes.map(({ meeting }) => meeting),
    null,
  );
  return writeMeetingCalendar(meetings.find((one) => one.id === id)!, meetings, opened.board).shown;
}

function actionsOf({ ledger, board }: BoardInMemory): string {
  return writeActionsCalendar([...ledger.actions.values()], board).shown;
}

describe("A calendar", () => {
  test("has lines of 75 bytes at most that end in CR LF, and no control character", async () => {
    const text = actionsOf(await openInMemory(hostileNotes(), "2026-03-01"));
    const lines = text.split("\r\n");
    expect(lines.pop()).toBe("");
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.filter((line) => /[\u0000-\u001f\u007f-\u009f]/.test(line))).toEqual([]);
    expect(lines.filter((line) => line.includes("\ufffd") && !line.includes("See"))).toEqual([]);
  });

  test("is the same whenever it is made", async () => {
    expect(await meetingOf(NOTES, "2026-05-14")).toBe(await meetingOf(NOTES, "2026-05-14"));
  });

  test("tells the time of a board elsewhere as the moment that it is", async () => {
    const away = { ...NOTES, "board.yaml": `${BOARD}time-zone: America/New_York\n` };
    const text = await meetingOf(away, "2026-01-20");
    expect(text).toContain("DTSTART:20260120T153000Z");
    expect(text).toContain("DTSTART:20260514T143000Z");
    expect(text).not.toContain("TZID");
  });

  test("guesses no time: a meeting without one takes its day", async () => {
    const bare = {
      "2026-01-20.md": "---\ndate: 2026-01-20\npresent: [HMO]\nnext-meeting: 2026-05-14\n---\n",
    };
    const text = await meetingOf(bare, "2026-01-20");
    expect(text).toContain("DTSTART;VALUE=DATE:20260120");
    expect(text).toContain("DTSTART;VALUE=DATE:20260514");
    expect(text).not.toContain("DTEND");
  });
});

/** What python3-icalendar makes of a calendar: of each entry its properties, moments in UTC. */
const READ = `
import datetime, icalendar, json, sys
def plain(value):
    if hasattr(value, "dt"):
        moment = value.dt
        return moment.astimezone(datetime.timezone.utc).isoformat() if isinstance(moment, datetime.datetime) else moment.isoformat()
    return str(value)
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
entries = [{"kind": part.name, **{name: plain(value) for name, value in part.property_items(recursive=False, sorted=False) if name not in ("BEGIN", "END")}} for part in calendar.walk() if part.name in ("VEVENT", "VTODO")]
print(json.dumps(entries))
`;

describeWith([PYTHON, "-c", "import icalendar"])("python3-icalendar reads", () => {
  const folder = makeFolder();
  const read = (text: string): Record<string, string>[] => {
    const file = join(folder, "calendar.ics");
    writeFileSync(file, text);
    return JSON.parse(ask(PYTHON, "-c", READ, file));
  };

  test("10:30 in London as 10:30 in winter and 09:30 in summer, by universal time", async () => {
    const [winter, summer] = read(await meetingOf(NOTES, "2026-01-20"));
    expect(winter).toMatchObject({
      kind: "VEVENT",
      UID: "meeting-2026-01-20@harbour-lights-board",
      DTSTART: "2026-01-20T10:30:00+00:00",
      DTEND: "2026-01-20T12:30:00+00:00",
      LOCATION: "Quay Street; Room 2, upstairs",
      DTSTAMP: "2026-01-20T00:00:00+00:00",
    });
    expect(summer).toMatchObject({ DTSTART: "2026-05-14T09:30:00+00:00", LOCATION: "Online" });
    expect(summer).not.toHaveProperty("DTEND");
  });

  test("a next meeting that has no agenda as likely, at the usual time and place", async () => {
    const [, next] = read(await meetingOf(NOTES, "2026-05-14"));
    expect(next).toMatchObject({
      UID: "meeting-2026-10-20@harbour-lights-board",
      DTSTART: "2026-10-20T09:30:00+00:00",
      LOCATION: "The Custom House",
      STATUS: "TENTATIVE",
    });
  });

  test("actions as to-dos, with their due day and how they stand", async () => {
    const [done, open, withdrawn] = read(actionsOf(await openInMemory(NOTES, "2026-06-01")));
    expect(done).toMatchObject({
      kind: "VTODO",
      UID: "action-2026-01-20-1@harbour-lights-board",
      SUMMARY: "2026-01-20/1: Replace the lamp.",
      DUE: "2026-02-27",
      STATUS: "COMPLETED",
      COMPLETED: "2026-05-14T00:00:00+00:00",
    });
    expect(open!.STATUS).toBe("NEEDS-ACTION");
    expect(open!.DESCRIPTION).toBe(
      "Owner: nobody is named\nStatus: In progress – Half is blue\nLast spoken of on 14 May 2026",
    );
    expect(open).not.toHaveProperty("DUE");
    expect(withdrawn!.STATUS).toBe("CANCELLED");
  });

  test("whatever a note may hold, word for word", async () => {
    const entries = read(actionsOf(await openInMemory(hostileNotes(), "2026-03-01")));
    expect(entries).toHaveLength(MANY);
    expect(new Set(entries.map(({ UID }) => UID)).size).toBe(MANY);
    const said = entries.map(({ SUMMARY }) => SUMMARY!.replace(/^\S+: |\.$/g, ""));
    expect(HOSTILE.map(([, shown]) => shown).filter((shown) => !said.includes(shown))).toEqual([]);
  });
});
