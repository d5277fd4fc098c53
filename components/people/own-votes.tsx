import { DateTime, type Locale } from '@/components/layout/date-time'
import { phrase } from '@/components/layout/phrase'
import type { OwnVote } from '@/domain/votes/own-list'
import { messages, waitingTime } from '@/lib/messages/messages'
import { RETURN_HOURS } from '@/lib/vote-rules'
import { OwnStory } from './own-list'
import styles from './people.module.css'

export const WITHDRAW_PATH = '/account/votes/withdraw'

type Props = {
	vote: OwnVote
	locale: Locale
	/** Cursor of the page, to which the form returns. */
	past: string
}

/** A vote, a respect or a saved story in the list of its reader, with the form that takes it back. */
export function OwnVoteRow({ vote, locale, past }: Props) {
	const { id, kind, at, story } = vote
	const { contributions: words, voting } = messages()
	const aside = 'aside' in vote ? vote.aside : null
	const { plain, marked } = wordsOf(vote)
	return (
		<li className={styles.vote}>
			<div>
				<p className={styles.ownHead}>
					<OwnStory
						story={story}
						path={kind === 'respect' && vote.author !== null ? `/comments/${id}` : ''}
					/>
				</p>
				<p>
					<span className={styles.state}>{marked}</span> · <DateTime at={at} locale={locale} />
				</p>
				{aside && (
					<p className={styles.removes}>
						{aside === 'waiting' ? voting.voteWaits(waitingTime(RETURN_HOURS * 3_600)) : voting.voteDiscarded}
					</p>
				)}
			</div>
			<form method="post" action={WITHDRAW_PATH}>
				<input type="hidden" name="kind" value={kind} />
				<input type="hidden" name="id" value={id} />
				{past && <input type="hidden" name="past" value={past} />}
				<button
					type="submit"
					className="form-quiet"
					aria-label={words.takeBackOf(plain, story?.headline ?? words.storyAway)}
				>
					{words.takeBack}
				</button>
			</form>
		</li>
	)
}

/** A vote in words, and the same with elements around names. */
function wordsOf(vote: OwnVote) {
	const { contributions: words, responses, voting, saving } = messages()
	const same = (plain: string) => ({ plain, marked: plain })
	switch (vote.kind) {
		case 'mood':
			return same(words.mood(responses.moods[vote.mood]))
		case 'rating':
			return same(voting.stars(vote.stars))
		case 'saved':
			return same(saving.savedForLater)
		case 'respect':
			if (vote.author === null) return same(words.respectRemoved)
			return {
				plain: words.respectFor(vote.author).join(''),
				marked: phrase(words.respectFor(<bdi key="author">{vote.author}</bdi>)),
			}
	}
}
