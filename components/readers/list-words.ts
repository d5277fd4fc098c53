import type { ListedCount } from '@/domain/reader-lists'
import { messages } from '@/lib/messages/messages'
import {
	DISCUSSED_COMMENTS_MIN,
	FELT_VOTES_MIN,
	moodOfList,
	PRIOR_RATINGS,
	RATED_DAYS,
	RATINGS_MIN,
	type ReaderList,
	WEEK_DAYS,
} from '@/lib/reader-lists'

/** The rule of a list in plain words. */
export function listRule(list: ReaderList): string {
	const { lists: words, responses } = messages()
	const mood = moodOfList(list)
	if (mood) return words.moodRule(responses.moods[mood], WEEK_DAYS, FELT_VOTES_MIN)
	if (list === 'discussed') return words.discussedRule(WEEK_DAYS, DISCUSSED_COMMENTS_MIN)
	return words.ratedRule(RATED_DAYS, RATINGS_MIN, PRIOR_RATINGS)
}

/** What a list without stories says. */
export function tooFew(list: ReaderList): string {
	const { tooFewComments, tooFewRatings, tooFewVotes } = messages().lists
	if (list === 'discussed') return tooFewComments
	return list === 'rated' ? tooFewRatings : tooFewVotes
}

export function countInWords(count: ListedCount): string {
	const { article, comments, lists } = messages()
	if (count.kind === 'comments') return comments.count(count.comments)
	if (count.kind === 'mood') return article.shareOfVotes(count.percent, count.votes)
	return lists.averageOf(count.average, count.ratings)
}
