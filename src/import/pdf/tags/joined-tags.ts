import { type Tag, tagsIn } from "../sheet/tag.ts";

/** Of these pdf.js tells every part on each page that has one of them: what stands on another page is empty there. */
const TOLD_WHOLE = new Set("L LI LBody Table THead TBody TFoot TR".split(" "));

/**
 * The tags of each page, with a list or table that runs over the end of a page whole on the page where it begins: a PDF
 * has one tree for all its pages, which pdf.js takes apart.
 */
export function joinTags(pages: readonly (Tag | null)[]): (Tag | null)[] {
  const joined = [...pages];
  for (let index = pages.length - 2; index >= 0; index--) {
    const [page, next] = [joined[index] ?? null, joined[index + 1] ?? null];
    const before = page === null ? undefined : findWhole(page, -1);
    const after = next === null ? undefined : findWhole(next, 0);
    if (before === undefined || after === undefined || !goesOn(before, after)) continue;
    joined[index] = replace(page!, before, [merge(before, after)]);
    joined[index + 1] = replace(next!, after, []);
  }
  return joined;
}

/** The first (0) or last (-1) list or table in an element, one that stands in another aside. */
function findWhole(tag: Tag, at: 0 | -1): Tag | undefined {
  const inner = tagsIn(tag);
  for (const child of at === 0 ? inner : inner.toReversed()) {
    const found = TOLD_WHOLE.has(child.role) ? child : findWhole(child, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

function replace(tag: Tag, old: Tag, by: readonly Tag[]): Tag {
  const children = tag.children.flatMap((child): readonly (Tag | string)[] => {
    if (child === old) return by;
    return [typeof child === "string" ? child : replace(child, old, by)];
  });
  return { ...tag, children };
}

/** Whether what a page has of a list or table is the rest of what the page before has. */
function goesOn(before: Tag, after: Tag): boolean {
  if (!isAlike(before, after)) return false;
  const [told, rest] = [entriesOf(before), entriesOf(after)];
  const last = told.findLastIndex(isFilled);
  const first = rest.findIndex(isFilled);
  if (first < 0 || last !== first) return last < first;
  // Either one entry or row stands on both pages, or these are two that look alike.
  const lacksBeginning = first > 0 || !isFilled(endOf(rest[first]!, 0));
  const lacksEnd = last < told.length - 1 || !isFilled(endOf(told[last]!, -1));
  return lacksBeginning || (lacksEnd && rest.findLastIndex(isFilled) > first);
}

function isAlike(a: Tag, b: Tag): boolean {
  if (a.role !== b.role) return false;
  if (!TOLD_WHOLE.has(a.role)) return true;
  const [inner, others] = [tagsIn(a), tagsIn(b)];
  return inner.length === others.length && inner.every((tag, index) => isAlike(tag, others[index]!));
}

function entriesOf(tag: Tag): Tag[] {
  return tagsIn(tag).flatMap((part) => (/^T(?:Head|Body|Foot)$/.test(part.role) ? entriesOf(part) : [part]));
}

function isFilled(tag: Tag): boolean {
  return tag.children.some((child) => typeof child === "string" || isFilled(child));
}

/** The first (0) or last (-1) of the innermost elements. */
function endOf(tag: Tag, at: 0 | -1): Tag {
  const child = tagsIn(tag).at(at);
  return child === undefined ? tag : endOf(child, at);
}

/** Two tellings of one element made one: of what is alike part by part, else one after the other. */
function merge(before: Tag, after: Tag): Tag {
  if (!TOLD_WHOLE.has(before.role)) return { ...before, children: [...before.children, ...after.children] };
  const children: (Tag | string)[] = [];
  let next = 0;
  for (const child of before.children) {
    if (typeof child !== "string") {
      for (; typeof after.children[next] === "string"; next++) children.push(after.children[next]!);
      children.push(merge(child, after.children[next++] as Tag));
    } else children.push(child);
  }
  return { ...before, children: [...children, ...after.children.slice(next)] };
}
