import type { Answer } from './post'

type Own<Choice> = { mine: Choice | null }

type Voting<Choice, Tally extends Own<Choice>> = {
	/** What the page said when it arrived. */
	first: Tally
	/** The tally as it will be once the one vote in it is `choice`. */
	recast: (tally: Tally, choice: Choice | null) => Tally
	show: (tally: Tally) => void
	send: (choice: Choice | null) => Promise<Answer<Tally>>
	settled: (tally: Tally, before: Tally) => void
	failed: (message: string) => void
}

/**
 * One vote that may change its mind: shown at once, sent one at a time, and only the last wish counts.
 * What the server answers is the truth; when it refuses or cannot be reached the last truth is shown again.
 */
export function ballot<Choice, Tally extends Own<Choice>>(voting: Voting<Choice, Tally>) {
	let truth = voting.first
	let wanted = truth.mine
	let sending = false
	let settledAt = 0

	async function deliver(): Promise<void> {
		sending = true
		const before = truth
		let sent: Choice | null
		let answer: Answer<Tally>
		do {
			sent = wanted
			answer = await voting.send(sent)
			if (answer.ok) truth = answer.data
		} while (wanted !== sent)
		sending = false
		settledAt = performance.now()
		wanted = truth.mine
		voting.show(truth)
		if (answer.ok) voting.settled(truth, before)
		else voting.failed(answer.message)
	}

	return {
		cast(choice: Choice | null): void {
			wanted = choice
			voting.show(voting.recast(truth, choice))
			if (!sending) void deliver()
		},
		/** Takes over what the server said when asked at `askedAt`, unless a vote has been cast since. */
		learn(tally: Tally, askedAt: number): void {
			if (sending || settledAt > askedAt) return
			truth = tally
			wanted = tally.mine
			voting.show(tally)
		},
	}
}
