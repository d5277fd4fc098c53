import type { SubmitResult } from './submit-form'

type Own<Choice> = { mine: Choice | null }

type OptimisticUpdate<Choice, Tally extends Own<Choice>> = {
	/** State in the page as it arrived. */
	first: Tally
	/** The tally after the reader's one vote is changed to `choice`. */
	apply: (tally: Tally, choice: Choice | null) => Tally
	show: (tally: Tally) => void
	send: (choice: Choice | null) => Promise<SubmitResult<Tally>>
	onSettled: (tally: Tally, before: Tally) => void
	onError: (message: string) => void
}

/**
 * Optimistic update of one vote: shown at once, one request at a time, and only the last choice is sent on.
 * The server's response replaces the state; after a refusal or a failed request the last confirmed state is
 * shown.
 */
export function optimisticUpdate<Choice, Tally extends Own<Choice>>(
	options: OptimisticUpdate<Choice, Tally>,
) {
	let confirmed = options.first
	let wanted = confirmed.mine
	let sending = false
	let settledAt = 0

	async function sendLatest(): Promise<void> {
		sending = true
		const before = confirmed
		let sent: Choice | null
		let answer: SubmitResult<Tally>
		do {
			sent = wanted
			answer = await options.send(sent)
			if (answer.ok) confirmed = answer.data
		} while (wanted !== sent)
		sending = false
		settledAt = performance.now()
		wanted = confirmed.mine
		options.show(confirmed)
		if (answer.ok) options.onSettled(confirmed, before)
		else options.onError(answer.message)
	}

	return {
		cast(choice: Choice | null): void {
			wanted = choice
			options.show(options.apply(confirmed, choice))
			if (!sending) void sendLatest()
		},
		/** Applies the state fetched at `askedAt`, unless a vote has been cast since. */
		reconcile(tally: Tally, askedAt: number): void {
			if (sending || settledAt > askedAt) return
			confirmed = tally
			wanted = tally.mine
			options.show(tally)
		},
	}
}
