/** Delay of the mail, so that the response time is independent of it and does not reveal an account. */
const AFTER_RESPONSE_MS = 200

/** Runs a mail to an address after the response. */
export function mailLater(send: () => Promise<unknown>): void {
	setTimeout(() => {
		send().catch(() => console.error('A mail to a reader failed before it was sent.'))
	}, AFTER_RESPONSE_MS)
}
