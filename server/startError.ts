/** Why the service did not start, in one line for the user, with the exit code of the command line. */
export class StartError extends Error {
  /** 1 failed, 2 bad arguments, 3 port taken, 4 data folder in use or newer than the program. */
  readonly exitCode: 1 | 2 | 3 | 4

  constructor(exitCode: 1 | 2 | 3 | 4, message: string, options?: ErrorOptions) {
    super(message, options)
    this.exitCode = exitCode
  }
}
