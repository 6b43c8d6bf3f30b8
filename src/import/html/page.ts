import type { Element, ElementContent, Root } from "hast";
import { append } from "../../source/many.ts";
import type { Dropped } from "../imported.ts";
import { countWords, listWords } from "./words.ts";

/** The part of a page that is the document, and what stands around it. */
export interface PageParts {
  readonly main: readonly ElementContent[];
  readonly dropped: readonly Dropped[];
}

const ROLES_AROUND = /^(?:navigation|banner|contentinfo|search|complementary|dialog|alertdialog)$/;
const NAMES_AROUND =
  /(?:^|[^a-z])(?:cookies?|consent|breadcrumbs?|skip-?link|nav-?bar|site-?(?:nav|footer))(?:$|[^a-z])/i;

/**
 * Finds the document in a page: its `main` part or its one article, with the title that stands above it; else all but
 * navigation, banners and footers.
 */
export function partPage(root: Root): PageParts {
  const page = root.children as ElementContent[];
  const total = countWords(listWords(root));
  const main = findMain(page);
  const dropped: Dropped[] = [];
  if (main === undefined) return { main: keep(page, total, true, dropped), dropped };
  const title = findTitle(page, main);
  const parts = [
    ...(title === undefined ? [] : keep([title], total, false, dropped)),
    ...keep(main.children, total, false, dropped),
  ];
  append(dropped, listAround(page, title === undefined ? [main] : [title, main]));
  return { main: parts, dropped: dropped.sort((a, b) => a.line - b.line) };
}

function findMain(page: readonly ElementContent[]): Element | undefined {
  const all = elementsIn(page);
  const hasWords = (element: Element): boolean => countWords(listWords(element)) > 0;
  const mains = all.filter(({ tagName, properties }) => tagName === "main" || properties.role === "main");
  const articles = all.filter(({ tagName }) => tagName === "article");
  return mains.find(hasWords) ?? (articles.length === 1 ? articles.find(hasWords) : undefined);
}

/** The title of a document that has none within its main part: with what stands beside it in the head of the page. */
function findTitle(page: readonly ElementContent[], main: Element): Element | undefined {
  const isTitle = ({ tagName }: Element): boolean => tagName === "h1";
  if (elementsIn(main.children).some(isTitle)) return undefined;
  const around = elementsIn(page).filter((element) => !holds(element, main) && element !== main);
  const title = around.find(isTitle);
  if (title === undefined) return undefined;
  return around.find((element) => element.tagName === "header" && holds(element, title)) ?? title;
}

function elementsIn(nodes: readonly ElementContent[]): Element[] {
  const all: Element[] = [];
  collect(nodes, all);
  return all;
}

function collect(nodes: readonly ElementContent[], into: Element[]): void {
  for (const node of nodes) {
    if (node.type !== "element") continue;
    into.push(node);
    collect(node.children, into);
  }
}

function keep(
  nodes: readonly ElementContent[],
  total: number,
  isPage: boolean,
  dropped: Dropped[],
): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== "element") return [node];
    if (isAround(node, total, isPage)) {
      append(dropped, listWords(node));
      return [];
    }
    // What belongs to an article is no more part of what is around the document.
    const inPage = isPage && node.tagName !== "article";
    return [{ ...node, children: keep(node.children, total, inPage, dropped) }];
  });
}

function isAround(element: Element, total: number, isPage: boolean): boolean {
  const { tagName, properties } = element;
  if (tagName === "nav" || tagName === "title" || tagName === "noscript") return true;
  if (/^(?:button|select)$/.test(tagName)) return true;
  if (isPage && /^(?:footer|aside)$/.test(tagName)) return true;
  const role = String(properties.role ?? "");
  if (role === "navigation" || (isPage && ROLES_AROUND.test(role))) return true;
  const classes = Array.isArray(properties.className) ? properties.className : [];
  const isNamed = [...classes, properties.id ?? ""].some((name) => NAMES_AROUND.test(String(name)));
  return isNamed && countWords(listWords(element)) * 2 < total;
}

/** The words of all that is in none of some elements, nor around one of them in the tree. */
function listAround(nodes: readonly ElementContent[], chosen: readonly Element[]): Dropped[] {
  return nodes.flatMap((node): Dropped[] => {
    if (node.type !== "element") return listWords(node);
    if (chosen.includes(node)) return [];
    if (!chosen.some((one) => holds(node, one))) return listWords(node);
    return listAround(node.children, chosen);
  });
}

function holds(element: Element, wanted: Element): boolean {
  return element.children.some(
    (child) => child === wanted || (child.type === "element" && holds(child, wanted)),
  );
}
