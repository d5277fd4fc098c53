import type { SubmitResult } from './submit-form'

type Own<Choice> = { mine: Choice | null }

type OptimisticUpdate<Choice, Tally extends Own<Choice>> = {
	/** What the page said when it arrived. */
	first: Tally
	/** The tally as it will be once the one vote in it is `choice`. */
	apply: (tally: Tally, choice: Choice | null) => Tally
	show: (tally: Tally) => void
	send: (choice: Choice | null) => Promise<SubmitResult<Tally>>
	onSettled: (tally: Tally, before: Tally) => void
	onError: (message: string) => void
}

/**
 * One vote that may change its mind: shown at once, sent one at a time, and only the last wish counts.
 * What the server answers is the truth; when it refuses or cannot be reached the last truth is shown again.
 */
export function optimisticUpdate<Choice, Tally extends Own<Choice>>(
	options: OptimisticUpdate<Choice, Tally>,
) {
	let confirmed = options.first
	let wanted = confirmed.mine
	let sending = false
	let settledAt = 0

	async function deliver(): Promise<void> {
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
			if (!sending) void deliver()
		},
		/** Takes over what the server said when asked at `queuedAt`, unless a vote has been cast since. */
		reconcile(tally: Tally, askedAt: number): void {
			if (sending || settledAt > askedAt) return
			confirmed = tally
			wanted = tally.mine
			options.show(tally)
		},
	}
}
