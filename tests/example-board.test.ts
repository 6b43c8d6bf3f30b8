import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../src/main.ts";
import { readFrontMatter, readPlainYaml } from "../src/yaml/front-matter.ts";
import { makeWorld } from "./made-up-world.ts";

const PROJECT = join(import.meta.dirname, "..");
const FILES = readdirSync(join(PROJECT, "meetings"));

/** Asks rrb about the example board on 22 November 2026, and reads its answer as JSON. */
async function ask(...argv: string[]) {
  const world = makeWorld(PROJECT, ["--today", "2026-11-22", ...argv, "--format", "json"]);
  const code = await main(world);
  expect(world.said.stderr).toBe("");
  return { code, ...JSON.parse(world.said.stdout) };
}

/** The figures of a meeting that are not 0, as the certificate names them. */
function figures({ id, ...counts }: { readonly id: string } & Record<string, number>): [string, object] {
  return [id, Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))];
}

describe("The example board", () => {
  test("is audited: no action is lost, at any meeting", async () => {
    const { code, meetings, unaccounted, unread, files } = await ask("audit");
    expect(code).toBe(0);
    expect(Object.fromEntries(meetings.map(figures))).toEqual({
      "2024-12-05": { broughtForward: 4, raised: 3, closed: 1, carried: 6 },
      "2025-03-06": { opening: 6, raised: 3, closed: 2, carried: 7 },
      "2025-06-05": { opening: 7, raised: 3, closed: 3, moved: 1, carried: 6 },
      "2025-07-17-extraordinary": { opening: 6, raised: 2, noUpdate: 6, carried: 8 },
      "2025-09-18": { opening: 8, raised: 2, closed: 4, carried: 6 },
      "2026-01-22": {
        opening: 6,
        raised: 2,
        closed: 2,
        withdrawn: 1,
        unaccounted: 1,
        reportedLate: 1,
        carried: 5,
      },
      "2026-05-14": { opening: 5, raised: 3, closed: 2, carried: 6 },
      "2026-09-17": { opening: 6, raised: 3, closed: 2, moved: 1, noUpdate: 1, carried: 6 },
    });
    expect(unaccounted).toEqual([]);
    expect(unread).toEqual([]);
    expect(files.map((file: { path: string }) => file.path).sort()).toEqual(
      FILES.map((name) => `meetings/${name}`).sort(),
    );
  });

  test("is checked: nothing is found but the action that January left out and May made good", async () => {
    const { code, diagnostics } = await ask("check");
    expect(code).toBe(0);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        rule: "every-open-action-is-reported",
        severity: "information",
        file: "meetings/2026-01-22.md",
      }),
    ]);
  });

  test("has six open actions, two of them overdue, and each has its row in the coming agenda", async () => {
    const { actions } = await ask("actions", "--open");
    const told = actions.map((action: Record<string, unknown>) => [
      action.ref,
      action.owners,
      action.due,
      action.status,
      action.overdue,
    ]);
    expect(told).toEqual([
      ["2026-05-14/1", ["Courts", "Police"], "2026-12-03", "On track", false],
      ["2026-05-14/2", ["Jobs Office"], "2026-10-30", "Delayed", true],
      ["2026-05-14/3", ["Wayfarers"], "2026-09-17", "No update", true],
      ["2026-09-17/1", ["Saltmarsh", "Probation"], "2026-12-03", null, false],
      ["2026-09-17/2", ["Probation"], "2027-01-15", null, false],
      ["2026-09-17/3", ["Housing", "Safety Office"], "2026-12-03", null, false],
    ]);
    expect(
      actions.flatMap((action: { ref: string; reportedFor: object | null }) =>
        action.reportedFor === null ? [] : [[action.ref, action.reportedFor]],
      ),
    ).toEqual([["2026-05-14/2", expect.objectContaining({ meeting: "2026-12-03", status: "In progress" })]]);
  });

  test("closed the others: by completing, withdrawing or merging them, one in the Board's own word", async () => {
    const { actions } = await ask("actions", "--closed");
    const refsOf = (state: string) =>
      actions
        .filter((action: { state: string }) => action.state === state)
        .map((one: { ref: string }) => one.ref);
    expect(actions).toHaveLength(19);
    expect(refsOf("closed")).toHaveLength(16);
    expect(refsOf("withdrawn")).toEqual(["2025-06-05/3"]);
    expect(refsOf("moved")).toEqual(["2025-03-06/1", "2025-03-06/2"]);
    const worded = actions.find((action: { ref: string }) => action.ref === "2025-03-06/3");
    expect(worded).toMatchObject({
      text: "Ask every bank in the city to send an officer to Saltmarsh once a month",
      status: "Delivered",
      closedAt: "2025-09-18",
    });
  });

  test("names the successor of a body that ceased as the owner from then on", async () => {
    const { actions } = await ask("actions", "--owner", "Release Service");
    expect(actions.map((action: { ref: string; owners: string[] }) => [action.ref, action.owners])).toEqual([
      ["2024-12-05/bf2", ["Housing", "Probation"]],
      ["2025-03-06/2", ["Release Service"]],
      ["2025-06-05/1", ["Probation"]],
      ["2026-01-22/1", ["Probation"]],
      ["2026-09-17/1", ["Saltmarsh", "Probation"]],
      ["2026-09-17/2", ["Probation"]],
    ]);
  });

  test("met ten times by the calendar: eight held, one cancelled, one to come", async () => {
    const { meetings } = await ask("meetings");
    const states = meetings.map((meeting: { id: string; state: string }) => [meeting.id, meeting.state]);
    expect(states).toEqual([
      ["2024-12-05", "confirmed"],
      ["2025-03-06", "confirmed"],
      ["2025-06-05", "confirmed"],
      ["2025-07-17-extraordinary", "confirmed"],
      ["2025-09-18", "confirmed"],
      ["2025-12-04", "cancelled"],
      ["2026-01-22", "confirmed"],
      ["2026-05-14", "confirmed"],
      ["2026-09-17", "draft"],
      ["2026-12-03", "agenda"],
    ]);
  });

  test("took decisions of every kind", async () => {
    const { decisions } = await ask("decisions");
    const kinds = new Set(decisions.map((decision: { kind: string }) => decision.kind));
    expect([...kinds].sort()).toEqual(["Agreed", "Decision", "Endorsed", "Noted", "Recommended", "Resolved"]);
    expect(decisions).toHaveLength(19);
  });

  test.each(FILES)("%s is plain enough to be read without a YAML library", (name) => {
    const text = readFileSync(join(PROJECT, "meetings", name), "utf8");
    const plain = name.endsWith(".md") ? readFrontMatter(text) : readPlainYaml(text);
    expect(plain?.node?.kind).toBe("map");
    expect(plain?.faults).toEqual([]);
  });
});
