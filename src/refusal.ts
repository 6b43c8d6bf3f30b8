/**
 * Why rrb will not do what it was asked: one or two sentences for the person who asked (exit code 2).
 * What is wrong with the minutes is a Diagnostic, never a Refusal; any other exception is a fault in rrb.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
}
