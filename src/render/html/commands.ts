import type { Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { Refusal } from "../../refusal.ts";

/**
 * Refuses a page that gives the browser commands (`<meta http-equiv>`) besides its policy, such as to go elsewhere. Only
 * its template can have put them there.
 */
export function refuseCommands(html: string, template: string): void {
  if (countCommands(fromHtml(html)) > 1) {
    throw new Refusal(
      `\`${template}\` has a \`<meta http-equiv>\`, by which a page could lead its reader elsewhere. Leave it out.`,
    );
  }
}

function countCommands(node: Nodes): number {
  if (!("children" in node)) return 0;
  const isCommand = node.type === "element" && node.tagName === "meta" && "httpEquiv" in node.properties;
  return node.children.reduce((sum, child) => sum + countCommands(child), isCommand ? 1 : 0);
}
