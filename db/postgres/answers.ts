/**
 * Awaits the answers of statements that were sent one after another without waiting.
 *
 * @throws the error of the earliest statement, which is the cause: the later ones fail with the transaction, and their
 * promises may be rejected sooner
 */
export async function answersOf(sent: unknown[]): Promise<void> {
	for (const answer of await Promise.allSettled(sent)) if (answer.status === 'rejected') throw answer.reason
}
