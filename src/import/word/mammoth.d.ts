declare module "mammoth/lib/docx/body-reader.js" {
  import type { MammothNode } from "mammoth/lib/xml/nodes.js";

  /** Reads the elements of a part of a Word file into mammoth's tree. Throws plain errors for what no program writes. */
  export function createBodyReader(options: {
    readonly relationships: { readonly findTargetByRelationshipId: (id: string) => string };
    /** Asked only for styles that an element names. */
    readonly styles: object;
  }): {
    readonly readXmlElements: (elements: readonly MammothNode[]) => {
      readonly value: readonly import("./tree.ts").Node[];
      readonly messages: readonly { readonly message: string }[];
    };
  };
}

declare module "mammoth/lib/xml/nodes.js" {
  /** A node of XML as mammoth knows it. */
  export interface MammothNode {
    readonly type: "element" | "text";
  }

  export function element(
    name: string,
    attributes: Readonly<Record<string, string>>,
    children: readonly MammothNode[],
  ): MammothNode;

  export function text(value: string): MammothNode;
}
