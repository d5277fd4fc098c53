import { messages } from '@/lib/messages/messages'
import styles from './comment-excerpt.module.css'

type Props = { comment: { author: boolean; staff: boolean; picked: boolean } }

/** Marks of a comment in a list: of its author by the byline and the role, and of the desk. */
export function CommentBadges({ comment: { author, staff, picked } }: Props) {
	const words = messages().comments
	return (
		<>
			{(author || staff) && <span className={styles.badge}>{author ? words.author : words.staff}</span>}{' '}
			{picked && <span className={styles.badge}>{words.picked}</span>}
		</>
	)
}
