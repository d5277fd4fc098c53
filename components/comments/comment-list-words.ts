import { type CommentList, RESPECTED_DAYS, RESPECTED_MAX, RESPECTED_MIN } from '@/lib/comment-lists'
import { messages } from '@/lib/messages/messages'

/** The rule of a list of comments in plain words. */
export function listRule(list: CommentList): string {
	const { latestRule, respectedRule } = messages().commentLists
	return list === 'latest' ? latestRule : respectedRule(RESPECTED_DAYS, RESPECTED_MIN, RESPECTED_MAX)
}
