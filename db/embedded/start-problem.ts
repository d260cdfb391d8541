/**
 * Why the database cannot be used, as one plain sentence for the person who starts Homeward. It is thrown, because
 * nothing can go on without a database; main shows the sentence and ends.
 */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
}
