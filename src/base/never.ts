/** Ends a switch over a closed set: adding a member breaks the build at every place that must care. */
export function never(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
}
