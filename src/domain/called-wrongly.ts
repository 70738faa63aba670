// A flag that says nothing sensible: the command was called wrongly, and nothing was looked at.

/** Its message is all that is printed; the exit status is 2. */
export class CalledWrongly extends Error {}
