import type { Definition, Nodes, PhrasingContent, Root, RootContent } from "mdast";
import { onOneLine, paragraphOf } from "./nodes.ts";

/** The definitions of links and images, by their labels. */
type Definitions = ReadonlyMap<string, Definition>;

/** The nodes of a tree as a page may have them: HTML gone but for its words, references resolved, links harmless. */
export function cleanNodes(tree: Root): RootContent[] {
  const isDefinition = (node: RootContent): node is Definition => node.type === "definition";
  const definitions = new Map<string, Definition>();
  for (const definition of tree.children.filter(isDefinition)) {
    if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
  }
  return tree.children.flatMap((node) => cleanNode(node, definitions, true) as RootContent[]);
}

function cleanNode(node: Nodes, definitions: Definitions, isFlow: boolean): Nodes[] {
  switch (node.type) {
    case "definition":
      return [];
    case "html":
      return cleanHtml(node.value, isFlow);
    case "image":
    case "imageReference":
      return cleanImage(
        node.type === "image" ? node.url : urlOf(node.identifier, definitions),
        node.alt ?? "",
      );
    case "link":
    case "linkReference": {
      const url = node.type === "link" ? node.url : urlOf(node.identifier, definitions);
      const children = cleanChildren(node.children, definitions, false) as PhrasingContent[];
      return isHarmless(url) ? [{ type: "link", url, children } as Nodes] : children;
    }
    case "heading": {
      // A heading is one line, however its words were wrapped.
      const children = cleanChildren(node.children, definitions, false).map(onOneLine);
      return [{ ...node, children } as Nodes];
    }
    default: {
      if (!("children" in node)) return [node];
      const holdsText = node.type === "paragraph" || node.type === "tableCell";
      return [
        { ...node, children: cleanChildren(node.children, definitions, isFlow && !holdsText) } as Nodes,
      ];
    }
  }
}

function cleanChildren(children: readonly Nodes[], definitions: Definitions, isFlow: boolean): Nodes[] {
  return children.flatMap((child) => cleanNode(child, definitions, isFlow));
}

function urlOf(label: string, definitions: Definitions): string {
  return definitions.get(label)?.url ?? "";
}

/** What a reader sees of HTML: the words between its tags. A comment, a script or a style has none. */
function cleanHtml(html: string, isFlow: boolean): Nodes[] {
  if (!isFlow) return /^<br\b/i.test(html) ? [{ type: "break" }] : [];
  const words = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, " ")
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, " ")
    .replace(/<[a-z/!?][^<>]*>/gi, " ")
    .trim();
  return words === "" ? [] : [paragraphOf(words)];
}

function cleanImage(url: string, alt: string): Nodes[] {
  if (isHarmless(url)) return [{ type: "image", url, alt }];
  return alt === "" ? [] : [{ type: "text", value: alt }];
}

/** Whether a link leads to a page, a letter or a file beside the note, and runs nothing. */
function isHarmless(url: string): boolean {
  // Browsers overlook white space and control characters in front of and within a scheme.
  const bare = url.replace(/[\u0000-\u0020\u007f-\u009f]/g, "");
  return bare !== "" && (/^(?:https?|mailto):/i.test(bare) || !/^[^/?#]*:/.test(bare));
}
